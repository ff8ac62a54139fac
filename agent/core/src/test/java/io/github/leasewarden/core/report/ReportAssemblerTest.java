package io.github.leasewarden.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.reports.Clamp;
import io.github.leasewarden.reports.ContainerEntry;
import io.github.leasewarden.reports.LeakReport;
import io.github.leasewarden.reports.PoolEntry;
import io.github.leasewarden.reports.ReportFormatException;
import io.github.leasewarden.reports.ReportJson;
import io.github.leasewarden.reports.RuleEntry;
import io.github.leasewarden.reports.SuspectEntry;
import io.github.leasewarden.reports.VerdictState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportAssemblerTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ReportJson.schema(), InputFormat.JSON);
    private final LeakReport full = ReportAssembler.assemble(Parts.full());

    @Test
    void aFullReportIsValidAndReadableAgain() throws ReportFormatException {
        String json = ReportJson.write(full);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(ReportJson.read(json, "test")).isEqualTo(full);
    }

    @Test
    void aReportOfNothingIsValid() {
        String json = ReportJson.write(ReportAssembler.assemble(Parts.none()));
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Verdict.State.class)
    void everyVerdictHasItsWord(Verdict.State state) {
        assertThat(VerdictState.valueOf(state.name()).label()).isEqualTo(state.label());
    }

    @Test
    void theHeapIsItsNewestThousandSamples() {
        assertThat(full.heap().series()).hasSize(1000);
        assertThat(full.heap().series().get(999).usedAfterGcBytes()).isEqualTo(1499);
        assertThat(full.heap().usedAfterGcBytes()).isEqualTo(1499);
        assertThat(full.heap().nonHeap().rssBytes()).isNull();
        assertThat(full.heap().nonHeap().directBytes()).isEqualTo(123);
    }

    @Test
    void theContainersMemoryIsWhatWasReadLast() {
        assertThat(full.container()).isEqualTo(new ContainerEntry(2000, 1600, 256 << 20, 0.75, null, 3L));
        assertThat(ReportAssembler.assemble(Parts.none()).container())
                .as("unknown is not zero")
                .isNull();
    }

    @Test
    void onlyASuspectedSiteHasKindAndRule() {
        assertThat(full.suspects()).extracting(SuspectEntry::kind).containsExactly("subscription", null, null, null);
        assertThat(full.suspects())
                .extracting(SuspectEntry::rule)
                .containsExactly("reactor.subscriber", null, null, null);
    }

    @Test
    void clampsStandWithThePoolsOfTheirLibraryAndCarryUnits() {
        PoolEntry neo4j = full.pools().get(0);
        assertThat(neo4j.clamped())
                .isEqualTo(Map.of(
                        "neo4j.pool.max", new Clamp("100", "20"),
                        "neo4j.pool.lifetime", new Clamp("3600000 ms", "1800000 ms")));
        assertThat(full.pools().get(1).clamped()).isEmpty();
    }

    @Test
    void whatAPoolDoesNotSayIsNull() {
        assertThat(full.pools().get(1))
                .isEqualTo(new PoolEntry("acme", "db:1", null, null, null, Map.of(), null, List.of(), null));
    }

    @Test
    void aRuleSaysWhetherItIsAtWork() {
        assertThat(full.rules())
                .extracting(RuleEntry::status)
                .containsExactly("active", "waiting: none of its classes was loaded", "off; a.A has none of [gone]");
    }

    @Test
    void theMainClassIsNamedWithoutItsArguments() {
        assertThat(RunInfo.mainClass()).doesNotContain(" ");
        assertThat(RunInfo.readVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
