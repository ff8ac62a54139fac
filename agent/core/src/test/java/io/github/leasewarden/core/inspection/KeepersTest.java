package io.github.leasewarden.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import acme.Warehouse;
import io.github.leasewarden.core.sampling.Keeping;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the class files of {@link Warehouse}. */
class KeepersTest {
    private Application application;

    @BeforeEach
    void load() throws Exception {
        application = new Application(Warehouse.class, 2);
    }

    @AfterEach
    void close() throws Exception {
        application.close();
    }

    private Keeping of(String inner) {
        return application.keeping(Warehouse.class.getName() + "$" + inner);
    }

    @ParameterizedTest
    @CsvSource({
        "Forever, FOREVER",
        "ByKey, byKey",
        "OwnArray, own",
        "Nested, nested",
        "ByKeyInside, inside",
        "Pooled, pooled",
        "Implemented, callables",
        "TwoWays, second",
        "Present, present",
        "Single, single",
        "Warned, warned",
        "Merged, merged",
        "Paced, paced"
    })
    void whatNothingTakesOutByNumberOrAgeHasNoLimit(String inner, String field) {
        Keeping keeping = of(inner);

        assertThat(keeping.holder()).isEqualTo("acme.Warehouse." + field);
        assertThat(keeping.withoutLimit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Due", "Oldest", "Aged", "Iterated", "Sifted", "InSlots", "OfOwner", "HandedOver"})
    void whatIsTakenOutByAgeOrTheLikeGoesByACondition(String inner) {
        assertThat(of(inner).byCondition()).isTrue();
        assertThat(of(inner).limit()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Trimmed, depending on its size",
        "Weighed, depending on a number that goes up and down",
        "ThroughLocal, depending on its size",
        "Cleared, empties it",
        "Replaced, replaces it",
        "Batched, replaces it",
        "Shortened, depending on its size",
        "Guarded, no more than a number",
        "Eldest, has a limit",
        "Wrapped, has a limit",
        "Queued, has a limit",
        "Published, has a limit",
        "CappedInside, depending on its size",
        "Ring, fixed length"
    })
    void whatTheCodeLimitsIsSaidToBeLimited(String inner, String why) {
        assertThat(of(inner).limit()).isNotNull().contains(why);
    }

    @Test
    void onlySoftHoldersLetGoOfWhatSurvivesACollection() {
        assertThat(of("Soft").soft()).isTrue();
        assertThat(of("Weak").soft()).isFalse();
        assertThat(of("Weak").holder()).isEqualTo("acme.Warehouse.weak");
    }

    @ParameterizedTest
    @CsvSource({"byKey, true, ", "trimmed, true, depending on its size", "nowhere, false, "})
    void aFieldThatIsKnownToHoldAClassOfTheJdkIsReadByName(String field, boolean many, @Nullable String why) {
        Keeping keeping = application.keeping("java.util.HashMap$Node", "acme.Warehouse." + field);

        assertThat(keeping.many()).isEqualTo(many);
        if (why == null) {
            assertThat(keeping.limit()).isNull();
        } else {
            assertThat(keeping.limit()).contains(why);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Trimmed, 100",
        "ThroughLocal, 10",
        "Window, 50",
        "Forever, -1",
        "Configured, -1",
        "Nested, -1",
        "Guarded, 500"
    })
    void atWhichNumberTheCodeTakesSomeOutIsReadIfItIsAConstant(String inner, long most) {
        assertThat(of(inner).most()).isEqualTo(most);
    }

    @Test
    void ofWhichEntriesThereIsOneForEachIsKnownOfTheJdksNodes() {
        assertThat(of("Eldest").entries()).isEqualTo("java.util.LinkedHashMap$Entry");
        assertThat(of("ByKey").entries()).isEqualTo("java.util.concurrent.ConcurrentHashMap$Node");
        assertThat(of("Wrapped").entries()).isEqualTo("java.util.LinkedHashMap$Entry");
        assertThat(of("Trimmed").entries()).isNull();
        assertThat(of("Made").entries()).isNull();
        assertThat(of("TwoLimits").entries()).isNull();
        assertThat(of("TwoLimits").limit()).isNotNull();
        assertThat(of("Nested").entries()).isNull();
    }

    @Test
    void whatIsEmptiedAtTheEndHasNoLimit() {
        assertThat(of("Closed").withoutLimit()).isTrue();
    }

    @Test
    void aClassOfTheJdkIsWhereItIsDeclaredOrTheEntryOfWhatWasMade() {
        assertThat(application.keeping("java.util.UUID").holder()).isEqualTo("acme.Warehouse.ids");
        assertThat(application.keeping("java.util.UUID").withoutLimit()).isTrue();
        assertThat(application
                        .keeping("java.util.concurrent.ConcurrentSkipListMap$Node")
                        .holder())
                .isEqualTo("acme.Warehouse.ids");
        assertThat(application.keeping("java.util.concurrent.FutureTask").holder())
                .isNull();
        assertThat(application
                        .keeping("java.util.concurrent.locks.ReentrantLock")
                        .holder())
                .isNull();
    }

    @Test
    void aClassOfTheJdkIsExcusedByOneLimitedFieldAmongSeveral() {
        assertThat(application.keeping("java.util.LinkedHashMap$Entry").limit()).contains("has a limit");
        assertThat(application.keeping("java.util.HashMap$Node").withoutLimit()).isFalse();
    }

    @Test
    void whatIsTakenOutOfTheCollectionsInAFieldDoesNotTakeThemOut() {
        assertThat(of("Message").byCondition()).isTrue();
        assertThat(application
                        .keeping("java.util.concurrent.PriorityBlockingQueue")
                        .holder())
                .isEqualTo("acme.Warehouse.inboxes");
        assertThat(application
                        .keeping("java.util.concurrent.PriorityBlockingQueue")
                        .withoutLimit())
                .isTrue();
    }

    @Test
    void whereClassesAreLeftUnreadAnotherFieldMayHoldAClassOfTheJdk() {
        AtomicLong nanos = new AtomicLong();
        Keeping keeping = application.keeping("java.util.UUID", null, () -> nanos.getAndAdd(600_000_000));

        assertThat(keeping).isEqualTo(Keeping.unknown("java.util.UUID"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CleansItself", "CleansByMethod"})
    void whatItsOwnCleaningActionRefersToIsKeptForEverWhateverLimitsItElsewhere(String inner) {
        Keeping keeping = of(inner);

        assertThat(keeping.holder()).isEqualTo("java.lang.ref.Cleaner");
        assertThat(keeping.withoutLimit()).isTrue();
        assertThat(keeping.words()).contains("never cleaned");
    }

    @Test
    void whatIsInObjectsThatStayStays() {
        assertThat(of("OfStayer").holder()).isEqualTo("acme.Warehouse$Stayer.parts");
        assertThat(of("OfStayer").withoutLimit()).isTrue();
    }

    @Test
    void aCleaningActionThatKnowsOnlyWhatItFreesKeepsNothing() {
        assertThat(of("CleansItsState").holder()).isNull();
    }

    @Test
    void whatNoFieldIsDeclaredToHoldIsUnknown() {
        assertThat(of("Nowhere")).isEqualTo(Keeping.unknown("acme.Warehouse$Nowhere"));
    }

    @Test
    void classesThatCannotBeReadSayNothing() throws Exception {
        application.close();

        assertThat(of("Forever").holder()).isNull();
    }
}
