package io.github.leasewarden.core.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private final Endpoints endpoints = new Endpoints(new Backoff(1, () -> 1));

    private void fail(int number) {
        endpoints.failing("host" + number + ":80", "acme").failed(number, Instant.EPOCH, "Refused");
    }

    @Test
    void thereAreNeverMoreThanSoManyAndTheOldestIsForgotten() {
        for (int i = 0; i < Endpoints.MOST; i++) {
            fail(i);
        }
        endpoints.failing("host0:80", "acme").failed(Endpoints.MOST, Instant.EPOCH, "Refused");
        fail(Endpoints.MOST + 1);
        assertThat(endpoints.statuses(0)).hasSize(Endpoints.MOST);
        assertThat(endpoints.find("host0:80")).isNotNull();
        assertThat(endpoints.find("host1:80")).isNull();
    }

    @Test
    void whoIsWaitedForIsKept() {
        for (int i = 0; i < Endpoints.MOST; i++) {
            fail(i);
        }
        endpoints.failing("host0:80", "acme").waitBegins();
        fail(Endpoints.MOST);
        assertThat(endpoints.find("host0:80")).isNotNull();
        assertThat(endpoints.find("host1:80")).isNull();
    }

    @Test
    void theMostFailuresComeFirst() {
        fail(1);
        fail(2);
        fail(2);
        assertThat(endpoints.statuses(0)).extracting(EndpointStatus::address).containsExactly("host2:80", "host1:80");
    }

    @ParameterizedTest
    @CsvSource({
        "ws://Chat.acme.com/room, chat.acme.com:80",
        "wss://chat.acme.com/room?token=secret, chat.acme.com:443",
        "https://chat.acme.com:8443, chat.acme.com:8443",
        "http://chat.acme.com/?a={|}, chat.acme.com:80",
        "ws://[::1]:9/, [::1]:9"
    })
    void anAddressIsHostAndPortOnly(String target, String address) {
        assertThat(Address.of(target)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chat", "mailto:a@b", "ws:///room", "not a URI"})
    void whatIsNoAddressIsNotFollowed(String target) {
        assertThat(Address.of(target)).isNull();
    }

    @Test
    void aUriIsTakenAsItIs() {
        assertThat(Address.of(URI.create("wss://a.b/c"))).isEqualTo("a.b:443");
    }
}
