package io.github.leasewarden.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import acme.Gallery;
import io.github.leasewarden.core.sampling.Keeping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the class files of {@link Gallery}. */
class CollectedLaterTest {
    private static Keeping of(String className, Class<?> outer) throws Exception {
        try (Application application = new Application(outer, 0)) {
            return application.keeping(className);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.Gallery$Handle",
                "acme.Gallery$SpecialHandle",
                "acme.Gallery$Surface",
                "acme.Gallery$Finalized",
                "acme.Gallery$SpecialFinalized",
                "acme.Gallery$State",
                "acme.Gallery$$Lambda",
                "acme.Gallery$$Lambda$14",
                "java.lang.ref.PhantomReference"
            })
    void whatACollectionMustFindGoneFirstMayMerelyBeDue(String className) throws Exception {
        assertThat(of(className, Gallery.class).afterCollection()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.Gallery$Unqueued",
                "acme.Gallery$Made",
                "acme.Gallery$Job",
                "acme.Gallery$Ticket",
                "acme.Gallery",
                "acme.Gallery$Guide$$Lambda",
                "java.util.PriorityQueue"
            })
    void noCollectionLetsGoOfAnythingElse(String className) throws Exception {
        assertThat(of(className, Gallery.class).afterCollection()).isFalse();
    }

    @Test
    void whereNoQueueIsAskedNoReferenceIsLetGoOf() throws Exception {
        String lost = Gallery.Store.Lost.class.getName();

        assertThat(of(lost, Gallery.Store.class).afterCollection()).isFalse();
        assertThat(of("java.lang.ref.PhantomReference", Gallery.Store.class).afterCollection())
                .isFalse();
    }
}
