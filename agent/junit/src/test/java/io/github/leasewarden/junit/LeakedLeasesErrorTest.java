package io.github.leasewarden.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeakedLeasesErrorTest {
    private static final Tolerance NONE = Tolerance.of(List.of());
    private static final Left SESSIONS = new Left(
            "neo4j-session",
            "neo4j.session",
            3,
            List.of(
                    "app//com.acme.Repository.save(Repository.java:29)",
                    "com.acme.RepositoryTest.saves(RepositoryTest.java:12)"));

    @Test
    void theMessageHasCountKindPlaceAndHint() {
        LeakedLeasesError error = LeakedLeasesError.of("RepositoryTest.saves()", List.of(SESSIONS), NONE);
        assertThat(error).hasMessage("""
                        RepositoryTest.saves() left 3 leases open:
                          3 neo4j-session, opened
                              at app//com.acme.Repository.save(Repository.java:29)
                              at com.acme.RepositoryTest.saves(RepositoryTest.java:12)
                            Close the session, for example with try (Session session = driver.session()) { ... }. Or allow it:\
                         @NoLeaks(allow = "neo4j.session")""");
    }

    @Test
    void theStackTraceLeadsToTheLine() {
        StackTraceElement[] stack =
                LeakedLeasesError.of("a test", List.of(SESSIONS), NONE).getStackTrace();
        assertThat(stack).hasSize(2);
        assertThat(stack[0]).isEqualTo(new StackTraceElement("com.acme.Repository", "save", "Repository.java", 29));
    }

    @Test
    void anUnknownPlaceIsSaidToBeUnknown() {
        Left unknown = new Left("stream", "acme.stream", 1, List.of());
        LeakedLeasesError error = LeakedLeasesError.of("a test", List.of(unknown), NONE);
        assertThat(error).hasMessageContaining("1 lease open").hasMessageContaining("a place that is not known");
        assertThat(error.getStackTrace()).isNotEmpty();
    }
}
