package io.github.leasewarden.fleet;

import io.github.leasewarden.reports.AgentCost;
import io.github.leasewarden.reports.AgentInfo;
import io.github.leasewarden.reports.HeapEntry;
import io.github.leasewarden.reports.HeapPoint;
import io.github.leasewarden.reports.JvmInfo;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.LeaseEntry;
import io.github.leasewarden.reports.NonHeapEntry;
import io.github.leasewarden.reports.RuleEntry;
import io.github.leasewarden.reports.ServiceInfo;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictEntry;
import io.github.leasewarden.reports.VerdictState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A fleet that does not exist, and its reports: services whose versions follow each other a day apart, each on its share of the JVMs, with sites that begin
 * to leak in one version and end in another. The same seed gives the same reports.
 */
final class Simulation {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN_VERSIONS = Duration.ofDays(1);
    private static final int HEAP_SAMPLES = 60;
    /** Of five services one never leaks. */
    private static final int CLEAN = 5;
    /** Of five sites one is in a library that all services use. */
    private static final int SHARED = 5;

    private final Shape shape;
    private final List<List<SimulatedSite>> sites = new ArrayList<>();

    /**
     * How large it is.
     *
     * @param jvms that run at the same time
     * @param services that share them
     * @param versions that each service has had
     * @param sites of each service that open leases
     * @param leaks how many of them leak at once, on average
     * @param reports of each process, a minute apart
     * @param seed of all chance
     */
    record Shape(int jvms, int services, int versions, int sites, double leaks, int reports, long seed) {
        Shape {
            if (jvms < 1 || services < 1 || versions < 1 || sites < 1 || reports < 1 || leaks < 0) {
                throw new FleetFailed("a simulated fleet needs at least one JVM, service, version, site and report");
            }
        }

        /** Processes over all versions. */
        int processes() {
            return jvms * versions;
        }

        /** Reports of all processes. */
        long allReports() {
            return (long) processes() * reports;
        }
    }

    Simulation(Shape shape) {
        this.shape = shape;
        SplittableRandom random = new SplittableRandom(shape.seed());
        for (int service = 0; service < shape.services(); service++) {
            List<SimulatedSite> ofService = new ArrayList<>();
            for (int site = 0; site < shape.sites(); site++) {
                ofService.add(site(service, site, random));
            }
            sites.add(List.copyOf(ofService));
        }
    }

    Shape shape() {
        return shape;
    }

    /** Each site leaks in so many versions running that the wanted number of leaks is there at once. */
    private SimulatedSite site(int service, int site, SplittableRandom random) {
        double share = Math.min(1, shape.leaks() / shape.sites());
        int length = (int) Math.round(share * shape.versions() * 2 * random.nextDouble());
        int from = random.nextInt(Math.max(1, shape.versions() - length + 1));
        int until = service % CLEAN == CLEAN - 1 ? from : Math.min(shape.versions(), from + length);
        String type = "com.acme.service" + service + ".Handler" + site;
        String opener = site % SHARED == 0 ? "com.acme.platform.Feeds" + site + ".subscribe" : type + ".open";
        return SimulatedSite.at(opener, type + ".handle", from, until);
    }

    /**
     * A report.
     *
     * @param process from 0 to {@link Shape#processes()}, exclusive; those of a version follow each other
     * @param number of the process's reports, from 0
     */
    LeakReport report(int process, int number) {
        int version = process / shape.jvms();
        int instance = process % shape.jvms();
        int service = instance % shape.services();
        SplittableRandom random = new SplittableRandom(shape.seed() ^ (process * 31L + number));
        Instant started = BEGIN.plus(BETWEEN_VERSIONS.multipliedBy(version)).plusSeconds(service);
        Duration uptime = Duration.ofHours(6).plusMinutes(number);
        List<SuspectEntry> suspects = new ArrayList<>();
        List<LeaseEntry> leases = new ArrayList<>();
        for (SimulatedSite site : sites.get(service)) {
            boolean leaks = site.leaksIn(version);
            long open = 100 + random.nextInt(10_000);
            if (leaks) {
                suspects.add(site.suspect(suspects.size() + 1, open));
            }
            leases.add(site.leases(leaks, open));
        }
        return new LeakReport(
                LeakReport.SCHEMA_VERSION,
                started.plus(uptime),
                new AgentInfo("simulated", "guard", uptime.toSeconds(), AgentCost.NONE, null),
                new JvmInfo(
                        1,
                        "17.0.15+6",
                        "G1",
                        "com.acme.service" + service + ".Main",
                        started,
                        new ServiceInfo("service-" + service, "1." + version, "service-" + service + "-" + instance)),
                verdict(!suspects.isEmpty()),
                heap(started.plus(uptime), random),
                suspects,
                leases,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new RuleEntry(
                        "jdk.submission-publisher", "java.util.concurrent.SubmissionPublisher", 2, "active")),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    private static VerdictEntry verdict(boolean leak) {
        return leak
                ? new VerdictEntry(
                        VerdictState.LEAK, "Heap after GC rises and sites accumulate.", 20_000, 0.9, 36_000L, 120)
                : new VerdictEntry(VerdictState.STEADY, "Heap after GC does not rise.", 0, 0.9, null, 120);
    }

    private static HeapEntry heap(Instant at, SplittableRandom random) {
        List<HeapPoint> series = new ArrayList<>();
        for (int i = HEAP_SAMPLES; i > 0; i--) {
            series.add(new HeapPoint(at.minusSeconds(10L * i), 200_000_000L + random.nextInt(50_000_000)));
        }
        return new HeapEntry(
                225_000_000L, 536_870_912L, series, new NonHeapEntry(700_000_000L, 1 << 20, 60_000_000, 40));
    }
}
