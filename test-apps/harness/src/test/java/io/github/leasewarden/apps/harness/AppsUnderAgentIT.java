package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test apps as a user would run them: leaks are found and named, correct programs are left alone. */
class AppsUnderAgentIT {
    private static final String[] SHORT = {
        "sample.interval=1s",
        "report.interval=1s",
        "heap.warmup=5s",
        "owner.grace=2s",
        "gc.on-pool-pressure=1s",
        "ttl.subscription=2s",
        "ttl.listener=2s",
        "ttl.websocket=5s"
    };

    /** A heap that was started seconds ago really grows; what is asked here is whether anything else is held against it. */
    private static final String USUAL_WARM_UP = "heap.warmup=60s";

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void demoSurvivesItsThreeLeaks(int jdk) {
        AppRun run = AppUnderAgent.app("demo")
                .on(Jdk.require(jdk))
                .onNeo4j()
                .args("--seconds", "30")
                .agent("sample.interval=1s", "report.interval=1s", "heap.warmup=5s", "owner.grace=5s")
                .agent("gc.on-pool-pressure=1s", "ttl.subscription=3s")
                .run()
                .assertSuccess()
                .assertNoHarm();
        Seen seen = Seen.lastOf(run).assertNoFalsePositive();

        assertThat(run.stdout()).containsPattern("\\d+ requests in \\d+ s, \\d+ ok, 0 failed");
        assertThat(seen.report().at("/verdict/state").asText())
                .as("verdict of %s: %s", run, seen.report().at("/verdict"))
                .isEqualTo("leak");
        assertSuspect(seen, "neo4j-session", "OrderRepository.save");
        assertSuspect(seen, "listener", "ChatRoom.onOpen");
        assertSuspect(seen, "subscription", "OrderFeed.watch");
        assertThat(seen.elements("expiries"))
                .filteredOn(expiry -> !expiry.at("/outcome").asText().equals("expired"))
                .isEmpty();
        assertThat(seen.texts("expiries", "/rule"))
                .contains("neo4j.session", "jdk.property-change.named", "jdk.submission-publisher");
        assertThat(run.reports().stream().flatMap(report -> new Seen(run, report).elements("pools").stream()))
                .as("pools in the reports of %s", run)
                .anySatisfy(pool -> {
                    JsonNode clamp = pool.at("/clamped").path("neo4j.pool.max");
                    assertThat(clamp.at("/from").asText() + " to "
                                    + clamp.at("/to").asText())
                            .isEqualTo("100 to 20");
                });
    }

    @Test
    void leaksAreFoundWhereTheyAre() {
        String[] args = {"--seconds", "20", "--rate", "10"};
        RunningApp neo4j =
                app("neo4j-service", Jdk.running(), args).agent("mode=observe").start();
        RunningApp chat =
                app("websocket-chat", Jdk.running(), args).agent("mode=observe").start();
        RunningApp feed =
                app("event-feed", Jdk.running(), args).agent("mode=observe").start();

        Seen sessions = Seen.lastOf(neo4j.await().assertSuccess().assertNoHarm());
        assertSuspect(sessions, "neo4j-session", "LeakingOrders.place");
        Seen listeners = Seen.lastOf(chat.await().assertSuccess().assertNoHarm());
        assertSuspect(listeners, "listener", "LeakingChatEndpoint.onOpen");
        Seen subscriptions = Seen.lastOf(feed.await().assertSuccess().assertNoHarm());
        assertSuspect(subscriptions, "subscription", "LeakingShop.serveWithJdk");
        assertSuspect(subscriptions, "subscription", "LeakingShop.serveWithReactor");
    }

    @Test
    void aGrowingCollectionIsSeenWithoutAnyLibrary() {
        AppRun run = app("heap-growth", Jdk.running(), "--seconds", "20", "--rate-kb", "3000", "--garbage-kb", "16000")
                .run()
                .assertSuccess()
                .assertNoHarm();
        Seen seen = Seen.lastOf(run);
        assertThat(seen.report().at("/verdict/state").asText())
                .as("verdict of %s: %s", run, seen.report().at("/verdict"))
                // to name the class takes four censuses; how many there were in the time depends on the machine
                .isIn("growing", "leak");
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void correctAppsAreLeftAlone(int jdk) {
        List<RunningApp> running = new ArrayList<>();
        for (String app : List.of("neo4j-service", "websocket-chat", "event-feed", "heap-growth")) {
            running.add(app(app, Jdk.require(jdk), "--seconds", "15", "--rate", "10", "--correct")
                    .agent(USUAL_WARM_UP)
                    .start());
        }
        running.add(app("steady-service", Jdk.require(jdk), "--seconds", "20", "--rate", "5")
                .agent(USUAL_WARM_UP)
                .start());
        for (RunningApp each : running) {
            AppRun run = each.await().assertSuccess().assertNoHarm();
            Seen seen = Seen.lastOf(run).assertNoFalsePositive();
            assertThat(seen.elements("suspects")).as("suspects in %s", run).isEmpty();
            assertThat(seen.texts("expiries", "/cause"))
                    .as("expiries in %s", run)
                    .isEmpty();
            assertThat(seen.report().at("/verdict/state").asText())
                    .as("verdict of %s: %s", run, seen.report().at("/verdict"))
                    .isIn("steady", "not-enough-data");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void standardOutputDoesNotDependOnTheAgent(int jdk) {
        String[] leaking = {"--requests", "50", "--quiet", "--rate", "20"};
        String[] correct = {"--requests", "50", "--quiet", "--rate", "20", "--correct"};
        for (String app : List.of("neo4j-service", "websocket-chat", "event-feed", "heap-growth")) {
            RunningApp alone = plain(app, Jdk.require(jdk), leaking).start();
            RunningApp watched = app(app, Jdk.require(jdk), leaking).start();
            RunningApp twin = app(app, Jdk.require(jdk), correct).start();
            AppRun expected = alone.await();
            watched.await().assertSuccess().assertNoHarm().assertSameBehaviourAs(expected);
            twin.await().assertSuccess().assertNoHarm().assertSameBehaviourAs(expected);
        }
    }

    private static AppUnderAgent app(String name, Jdk jdk, String... args) {
        return plain(name, jdk, args).agent(SHORT);
    }

    private static AppUnderAgent plain(String name, Jdk jdk, String... args) {
        return AppUnderAgent.app(name).on(jdk).onNeo4j().args(args).deadline(Duration.ofSeconds(90));
    }

    private static void assertSuspect(Seen seen, String kind, String frame) {
        assertThat(seen.elements("suspects")).as("suspects in %s", seen.run()).anySatisfy(suspect -> {
            assertThat(suspect.at("/kind").asText()).isEqualTo(kind);
            assertThat(Seen.frame(suspect.at("/frames/0").asText())).isEqualTo(frame);
        });
    }
}
