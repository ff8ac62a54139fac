package io.github.leasewarden.core;

import io.github.leasewarden.core.config.AgentConfig;
import io.github.leasewarden.core.config.Setting;
import io.github.leasewarden.core.http.api.HttpApi;
import io.github.leasewarden.core.http.api.Reach;
import io.github.leasewarden.thread.AgentThread;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Composes the HTTP API. A class of its own, so that the JVM loads nothing of the API to verify those who do without it. */
final class HttpStart {
    private HttpStart() {}

    /** @param selfTestProblem null if the self-test went well */
    static void start(
            AgentConfig config,
            AgentLog log,
            Watch watch,
            OffSwitch offSwitch,
            OwnCollections collections,
            @Nullable String selfTestProblem,
            Path reportDir) {
        Reach reach = new Reach(
                watch::latest,
                watch::now,
                watch::hanging,
                selfTestProblem,
                offSwitch::isOff,
                () -> offSwitch.off("a request to the HTTP API"),
                collections::collect,
                collections::mark,
                reportDir,
                log::line);
        HttpApi http =
                new HttpApi(config, reach, new LazyMetrics(watch::latest, (int) config.count(Setting.METRICS_SITES)));
        watch.onObservation(http::observed);
        Runtime.getRuntime().addShutdownHook(new AgentThread("http-exit", http::close));
        http.start(config);
    }
}
