package io.github.leasewarden.apps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Test classes run by JUnit's console launcher in a JVM of its own, and what became of each.
 *
 * @param app how the JVM ended
 * @param failures by test, as {@code Class.method()[index]}: the message of what failed, or an empty text for what passed
 */
record JunitRun(AppRun app, Map<String, String> failures) {
    private static final String PACKAGE = "io.github.leasewarden.apps.junit.";

    /** @param parameters JUnit configuration parameters, {@code key=value} */
    static JunitRun of(AppUnderAgent app, Path reports, String testClass, String... parameters) throws Exception {
        app.args("execute", "--disable-banner", "--details=tree", "--disable-ansi-colors", "--reports-dir=" + reports);
        app.args("--select-class=" + PACKAGE + testClass);
        for (String parameter : parameters) {
            app.args("--config=" + parameter);
        }
        AppRun run = app.run();
        Map<String, String> failures = new TreeMap<>();
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".xml")).toList()) {
                read(file, failures);
            }
        }
        assertThat(failures).as("tests that ran in %s", run).isNotEmpty();
        return new JunitRun(run, failures);
    }

    private static void read(Path file, Map<String, String> failures) throws Exception {
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String type = test.getAttribute("classname");
            String name = type.substring(type.lastIndexOf('.') + 1) + "." + test.getAttribute("name");
            failures.put(name, message(test, "failure") + message(test, "error"));
        }
    }

    private static String message(Element test, String element) {
        NodeList found = test.getElementsByTagName(element);
        return found.getLength() == 0 ? "" : ((Element) found.item(0)).getAttribute("message");
    }

    /** Every test did what its name says: {@code fails…} failed for a leak, and nothing else did. */
    JunitRun assertEachDidWhatItsNameSays() {
        failures.forEach((test, message) -> {
            if (test.contains(".fails")) {
                assertThat(message).as("%s in %s", test, app).contains("left ").contains("open");
            } else {
                assertThat(message).as("%s in %s", test, app).isEmpty();
            }
        });
        return this;
    }

    String failure(String test) {
        assertThat(failures).as(app.toString()).containsKey(test);
        return failures.get(test);
    }
}
