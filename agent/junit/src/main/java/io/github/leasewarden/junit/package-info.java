/**
 * A JUnit 5 extension that fails a test which leaves a lease open. It needs the Leasewarden agent in the tests' JVM and nothing else but the
 * JUnit API; it talks to the agent through {@code java.lang.LeasewardenAnswers}, in JDK types.
 */
package io.github.leasewarden.junit;
