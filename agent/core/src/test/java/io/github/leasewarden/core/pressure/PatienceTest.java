package io.github.leasewarden.core.pressure;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries are known by name only, so classes of these names are made here. */
class PatienceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.netty.util.concurrent.FastThreadLocalThread",
                "io.vertx.core.impl.VertxThread",
                "io.grpc.netty.shaded.io.netty.util.concurrent.FastThreadLocalThread"
            })
    void threadsOfEventLoopsMustNotWait(String name) throws Exception {
        Class<? extends Thread> type = load(name, new Class<?>[0]);
        assertThat(Patience.mayWait(thread(type))).isFalse();
        Class<? extends Thread> subtype = new ByteBuddy()
                .subclass(type)
                .name("com.acme.Loop")
                .make()
                .load(type.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded();
        assertThat(Patience.mayWait(thread(subtype))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reactor.core.scheduler.NonBlocking",
                "io.reactivex.rxjava3.internal.schedulers.NonBlockingThread"
            })
    void threadsThatSayTheyMustNotBlockMustNotWait(String name) throws Exception {
        Class<?> contract = new ByteBuddy()
                .makeInterface()
                .name(name)
                .make()
                .load(PatienceTest.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded();
        assertThat(Patience.mayWait(thread(load("com.acme.Worker", contract)))).isFalse();
    }

    @Test
    void otherThreadsMayWait() throws Exception {
        assertThat(Patience.mayWait(new Thread())).isTrue();
        assertThat(Patience.mayWait(thread(load("com.acme.Plain", new Class<?>[0]))))
                .isTrue();
    }

    private static Class<? extends Thread> load(String name, Class<?>... contracts) {
        return new ByteBuddy()
                .subclass(Thread.class)
                .implement(contracts)
                .name(name)
                .make()
                .load(
                        contracts.length == 0 ? PatienceTest.class.getClassLoader() : contracts[0].getClassLoader(),
                        ClassLoadingStrategy.Default.WRAPPER)
                .getLoaded();
    }

    private static Thread thread(Class<? extends Thread> type) throws ReflectiveOperationException {
        Constructor<? extends Thread> constructor = type.getDeclaredConstructor();
        return constructor.newInstance();
    }
}
