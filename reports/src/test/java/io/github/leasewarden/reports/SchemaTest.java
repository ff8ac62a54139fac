package io.github.leasewarden.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final String FULL = ReportJson.write(SampleReports.full());
    private static final JsonNode SCHEMA = tree();

    @Test
    void aFullReportIsValid() {
        assertThat(errors(FULL)).isEmpty();
    }

    @Test
    void aMinimalReportIsValid() {
        assertThat(errors(ReportJson.write(SampleReports.minimal()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"verdict\"              | \"opinion\"",
                "\"state\" : \"leak\"     | \"state\" : \"LEAK\"",
                "\"samples\" : 41         | \"samples\" : \"many\"",
                "\"samples\" : 41         | \"samples\" : 41, \"mood\" : 1",
                "\"confidence\" : 0.93    | \"confidence\" : 1.5",
                "\"maxBytes\" : 268435456 | \"maxBytes\" : null",
                "\"generatedAt\" : \"2026 | \"generatedAt\" : \"26",
                "\"ABANDONED\" : 2        | \"abandoned\" : 2",
                "\"schemaVersion\" : 1    | \"schemaVersion\" : 2",
            })
    void aBrokenReportIsNotValid(String right, String wrong) {
        String broken = FULL.replace(right, wrong);
        assertThat(broken).isNotEqualTo(FULL);
        assertThat(errors(broken)).isNotEmpty();
    }

    @Test
    void everyFieldIsDescribed() {
        List<String> undescribed = new ArrayList<>();
        collectUndescribed("", SCHEMA, undescribed);
        SCHEMA.path("$defs").properties().forEach(def -> {
            assertThat(def.getValue().path("description").asText())
                    .as(def.getKey())
                    .isNotBlank();
            collectUndescribed(def.getKey(), def.getValue(), undescribed);
        });
        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recordsAndTheirSchemas")
    void schemaAndRecordHaveTheSameFieldsInTheSameOrder(Class<?> type, String pointer) {
        JsonNode object = SCHEMA.at(pointer);
        List<String> components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<String> required = new ArrayList<>();
        object.path("required").forEach(name -> required.add(name.asText()));
        assertThat(object.path("properties").fieldNames()).toIterable().containsExactlyElementsOf(components);
        assertThat(required).isEqualTo(components);
        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    }

    static Stream<Object[]> recordsAndTheirSchemas() {
        return Map.ofEntries(
                        Map.entry(LeakReport.class, ""),
                        Map.entry(AgentInfo.class, "/$defs/agent"),
                        Map.entry(SwitchedOff.class, "/$defs/agent/properties/off"),
                        Map.entry(AgentCost.class, "/$defs/cost"),
                        Map.entry(JvmInfo.class, "/$defs/jvm"),
                        Map.entry(ServiceInfo.class, "/$defs/service"),
                        Map.entry(VerdictEntry.class, "/$defs/verdict"),
                        Map.entry(HeapEntry.class, "/$defs/heap"),
                        Map.entry(HeapPoint.class, "/$defs/heap/properties/series/items"),
                        Map.entry(NonHeapEntry.class, "/$defs/heap/properties/nonHeap"),
                        Map.entry(SuspectEntry.class, "/$defs/suspect"),
                        Map.entry(LeaseEntry.class, "/$defs/lease"),
                        Map.entry(SiteEntry.class, "/$defs/site"),
                        Map.entry(WouldExpire.class, "/$defs/lease/properties/wouldExpire"),
                        Map.entry(ExpiryEntry.class, "/$defs/expiry"),
                        Map.entry(FalsePositiveEntry.class, "/$defs/falsePositive"),
                        Map.entry(LargeResultEntry.class, "/$defs/largeResult"),
                        Map.entry(ReconnectEntry.class, "/$defs/reconnect"),
                        Map.entry(StreamEntry.class, "/$defs/stream"),
                        Map.entry(FailureEntry.class, "/$defs/failure"),
                        Map.entry(PoolEntry.class, "/$defs/pool"),
                        Map.entry(PoolHolderEntry.class, "/$defs/pool/properties/holders/items"),
                        Map.entry(Clamp.class, "/$defs/pool/properties/clamped/additionalProperties"),
                        Map.entry(ContainerEntry.class, "/$defs/container"),
                        Map.entry(AlertEntry.class, "/$defs/alert"),
                        Map.entry(RuleEntry.class, "/$defs/rule"))
                .entrySet()
                .stream()
                .map(entry -> new Object[] {entry.getKey(), entry.getValue()});
    }

    private static void collectUndescribed(String path, JsonNode schema, List<String> undescribed) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String here = path + "/" + property.getKey();
            JsonNode node = property.getValue();
            if (!node.has("$ref") && node.path("description").asText().isBlank()) {
                undescribed.add(here);
            }
            collectUndescribed(here, node, undescribed);
            collectUndescribed(here + "/items", node.path("items"), undescribed);
            collectUndescribed(here + "/*", node.path("additionalProperties"), undescribed);
        }
    }

    private static List<com.networknt.schema.Error> errors(String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ReportJson.schema(), InputFormat.JSON);
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode tree() {
        try {
            return new ObjectMapper().readTree(ReportJson.schema());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
