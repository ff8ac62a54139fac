package io.github.leasewarden.fleet;

import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;

/**
 * What a query answered.
 *
 * @param columns in the order of the query
 * @param rows values by column: texts, numbers, lists of these, and times as ISO texts in UTC
 */
record Answer(List<String> columns, List<Map<String, @Nullable Object>> rows) {

    static Answer of(Result result) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<String> columns = result.keys();
        while (result.hasNext()) {
            Record record = result.next();
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (String column : columns) {
                row.put(column, plain(record.get(column).asObject()));
            }
            rows.add(row);
        }
        return new Answer(columns, rows);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof ZonedDateTime) {
            return ((ZonedDateTime) value).toInstant().toString();
        }
        if (value instanceof OffsetDateTime) {
            return ((OffsetDateTime) value).toInstant().toString();
        }
        return value;
    }
}
