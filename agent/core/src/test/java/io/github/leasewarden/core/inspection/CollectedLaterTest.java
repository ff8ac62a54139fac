package io.github.leasewarden.core.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import acme.Gallery;
import io.github.leasewarden.core.sampling.Keeping;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from the class files of {@link Gallery}, loaded by a loader of its own as an application's would be. */
class CollectedLaterTest {
    private URLClassLoader application;

    @BeforeEach
    void open() {
        URL classes = Gallery.class.getProtectionDomain().getCodeSource().getLocation();
        application = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    }

    @AfterEach
    void close() throws Exception {
        application.close();
    }

    private Keeping of(String className, Class<?>... outers) throws Exception {
        List<Class<?>> loaded = new ArrayList<>();
        for (Class<?> outer : outers) {
            loaded.add(Class.forName(outer.getName(), false, application));
            for (Class<?> inner : outer.getDeclaredClasses()) {
                loaded.add(Class.forName(inner.getName(), false, application));
            }
        }
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put(className, null);
        return new Keepers(() -> loaded.toArray(Class<?>[]::new), () -> 0)
                .of(asked)
                .get(className);
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
