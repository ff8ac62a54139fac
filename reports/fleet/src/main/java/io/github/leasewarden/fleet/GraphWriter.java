package io.github.leasewarden.fleet;

import io.github.leasewarden.fleet.Batch.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/** Writes batches, each in one transaction. Every statement may run any number of times and in any order of batches with the same result. */
final class GraphWriter {
    /** Clocks of machines differ; an instance that moves to another machine may seem to start before its end. */
    private static final int TOLERANCE_SECONDS = 60;

    private final Graph graph;

    GraphWriter(Graph graph) {
        this.graph = graph;
    }

    /**
     * Writes it.
     *
     * @return a sentence for each instance of the batch that another JVM was at the same time
     */
    Map<String, String> write(Batch batch) {
        return graph.write(transaction -> {
            for (Part part : Part.values()) {
                List<Map<String, Object>> rows = batch.parameters(part);
                if (!rows.isEmpty()) {
                    String statement = Cypher.read(part.name().toLowerCase(Locale.ROOT));
                    transaction
                            .run(statement, graph.withFleet(Map.of("rows", rows)))
                            .consume();
                }
            }
            return namesakes(transaction, batch);
        });
    }

    private static Map<String, String> namesakes(TransactionContext transaction, Batch batch) {
        Map<String, String> sentences = new LinkedHashMap<>();
        Map<String, Object> parameters =
                Map.of("ids", List.copyOf(batch.jvms()), "toleranceSeconds", TOLERANCE_SECONDS);
        for (Record twice : transaction.run(Cypher.read("twice"), parameters).list()) {
            String sentence = batch.sourceOf(twice.get("id").asString()) + " is from instance "
                    + twice.get("instance").asString() + " of "
                    + twice.get("service").asString() + ", which runs twice at the same time, since "
                    + twice.get("since").asZonedDateTime() + " and since "
                    + twice.get("andSince").asZonedDateTime()
                    + ": two fleets under one name? Give each its own --fleet, or the instances names of their own";
            sentences.putIfAbsent(twice.get("place").asString(), sentence);
        }
        return sentences;
    }
}
