package io.github.leasewarden.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private static final Endpoint HERE = call -> Reply.ok("text/plain", "here".getBytes(StandardCharsets.UTF_8));

    private final Router router = new Router()
            .get("/health", HERE, "since", "limit")
            .post("/api/memory/gc", Router.Lane.SLOW, HERE)
            .getBelow("/api/memory/profile/", HERE);

    @Test
    void aPathIsFoundWithItsParameters() throws Problem {
        assertThat(router.route(Calls.call("GET", "/health?since=1&limit=2")).path())
                .isEqualTo("/health");
        assertThat(router.route(Calls.call("GET", "/api/memory/profile/abc")).prefix())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/health/", "/Health", "/%68ealth", "//health", "/../health", "http://localhost/health"})
    void whatIsNotExactlyAPathIsNotFound(String path) {
        assertThat(problem("GET", path).status()).isEqualTo(404);
    }

    @Test
    void actionsAreNotForReading() {
        Problem problem = problem("GET", "/api/memory/gc");
        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.reply().headers()).containsEntry("Allow", "POST");
    }

    @Test
    void anUnknownParameterIsNamedByWhatIsKnown() {
        assertThat(problem("GET", "/health?sinse=1")).hasMessageContaining("limit, since");
        assertThat(problem("POST", "/api/memory/gc?force=true").status()).isEqualTo(400);
    }

    @Test
    void aBrokenQueryIsABadRequest() {
        assertThat(problem("GET", "/health?since=%zz").status()).isEqualTo(400);
    }

    @Test
    void aProblemIsJsonWithStatusAndSentence() {
        Reply reply = problem("GET", "/nowhere").reply();
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).contains("\"status\" : 404", "openapi.json");
    }

    private Problem problem(String method, String uri) {
        return catchThrowableOfType(Problem.class, () -> router.route(Calls.call(method, uri)));
    }
}
