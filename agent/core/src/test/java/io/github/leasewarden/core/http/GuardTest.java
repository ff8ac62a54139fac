package io.github.leasewarden.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final String SECRET = "0123456789abcdef";

    @TempDir
    Path temp;

    private final List<String> told = new ArrayList<>();
    private Guard open;
    private Guard locked;

    @BeforeEach
    void guards() throws IOException {
        open = new Guard(InetAddress.getByName("127.0.0.1"), null);
        locked = new Guard(InetAddress.getByName("127.0.0.1"), token(SECRET + "\n", "rw-------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8778", "127.0.0.1:1", "[::1]:8778", "LOCALHOST:8778"})
    void loopbackNamesMayAsk(String host) {
        assertThatCode(() -> open.check(Calls.call("GET", "/health", "Host: " + host)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8778", "localhost.evil.example", "127.0.0.1.evil.example", ""})
    void aForeignNameThatResolvesToLoopbackIsRefused(String host) {
        assertThat(status(open, "GET", "/health", "Host: " + host)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://localhost:8778", "http://localhost:1"})
    void pagesOfOtherOriginsAreRefused(String origin) {
        assertThat(status(open, "POST", "/off", "Origin: " + origin)).isEqualTo(403);
    }

    @Test
    void ourOwnPageMayAsk() {
        assertThatCode(() -> open.check(Calls.call("POST", "/off", "Origin: http://localhost:8778")))
                .doesNotThrowAnyException();
    }

    @Test
    void aLinkOnAForeignPageIsRefused() {
        assertThat(status(open, "GET", "/health", "Sec-Fetch-Site: cross-site")).isEqualTo(403);
    }

    @Test
    void aRequestNeedsAHost() {
        Call without = new Call("GET", "/health", Map.of(), Map.of(), new byte[0]);
        assertThat(catchThrowableOfType(Problem.class, () -> open.check(without))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer 0123456789abcdeX",
                "Bearer ",
                "Basic 0123456789abcdef",
                "0123456789abcdef",
                "Bearer 0123456789abcdef0"
            })
    void aWrongTokenIsRefused(String authorization) {
        assertThat(status(locked, "GET", "/health", "Authorization: " + authorization))
                .isEqualTo(401);
    }

    @Test
    void withoutATokenNothingButThePageIsShown() {
        assertThat(status(locked, "GET", "/health")).isEqualTo(401);
        assertThat(status(locked, "GET", "/nowhere")).isEqualTo(401);
        assertThatCode(() -> locked.check(Calls.call("GET", "/"))).doesNotThrowAnyException();
    }

    @Test
    void theTokenOpens() {
        assertThatCode(() -> locked.check(Calls.call("GET", "/health", "Authorization: bearer " + SECRET)))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherAddressNeedsAToken() throws UnknownHostException {
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        assertThatThrownBy(() -> new Guard(everywhere, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http.token-file");
    }

    @Test
    void onAnotherAddressAnyHostMayAskWithTheToken() throws IOException {
        Guard everywhere = new Guard(InetAddress.getByName("0.0.0.0"), token(SECRET, "rw-------"));
        assertThatCode(() -> everywhere.check(
                        Calls.call("GET", "/health", "Host: pod-7.example:8778", "Authorization: Bearer " + SECRET)))
                .doesNotThrowAnyException();
    }

    @Test
    void aTokenThatOthersCanReadIsTold() throws IOException {
        token(SECRET, "rw-r--r--");
        assertThat(told).singleElement().asString().contains("others can read").doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "two words 0123456789abcdef"})
    void aTokenThatIsNoneIsRefusedWithoutShowingIt(String content) {
        assertThatThrownBy(() -> token(content, "rw-------"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("two words");
    }

    private Token token(String content, String rights) throws IOException {
        Path file = Files.createTempFile(temp, "token", "");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return Token.read(file, told::add);
    }

    private static int status(Guard guard, String method, String path, String... headers) {
        return catchThrowableOfType(Problem.class, () -> guard.check(Calls.call(method, path, headers)))
                .status();
    }
}
