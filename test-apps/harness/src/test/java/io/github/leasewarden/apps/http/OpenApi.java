package io.github.leasewarden.apps.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The description a running agent gives of itself, and whether its answers are like it. */
final class OpenApi {
    private static final String BASE = "https://agent.example/";

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private OpenApi(String document, String reportSchema) throws IOException {
        this.document = new ObjectMapper().readTree(document);
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(
                        Map.of(BASE + "openapi.json", document, BASE + "leak-report.schema.json", reportSchema)));
    }

    static OpenApi of(Api api) throws IOException, InterruptedException {
        return new OpenApi(text(api.get("/openapi.json")), text(api.get("/leak-report.schema.json")));
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** As in {@code GET /health}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** The status and the content type are described, and JSON fits its schema. */
    void assertDescribes(String operation, HttpResponse<byte[]> response) {
        String[] parts = operation.split(" ");
        String pointer = "/paths/" + parts[1].replace("/", "~1") + "/" + parts[0].toLowerCase(Locale.ROOT)
                + "/responses/" + response.statusCode();
        assertThat(document.at(pointer).isMissingNode())
                .as("%s answers %d, which is not described: %s", operation, response.statusCode(), text(response))
                .isFalse();
        String type =
                response.headers().firstValue("content-type").orElseThrow().split(";")[0];
        String content = pointer + "/content/" + type.replace("/", "~1");
        assertThat(document.at(content).isMissingNode())
                .as("%s answers with %s, which is not described", operation, type)
                .isFalse();
        if (type.endsWith("json")) {
            assertThat(schemas.getSchema(SchemaLocation.of(BASE + "openapi.json#" + content + "/schema"))
                            .validate(
                                    text(response),
                                    InputFormat.JSON,
                                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                    .as("%s: %s", operation, text(response))
                    .isEmpty();
        }
    }
}
