package io.github.leasewarden.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that nobody but its maker trusts, made by the JDK's {@code keytool}.
 *
 * @param context for a server
 * @param certificate as a PEM file
 */
record SelfSigned(SSLContext context, Path certificate) {
    private static final String PASSWORD = "changeit";

    /** @param host who it is for, such as {@code IP:127.0.0.1} or {@code DNS:elsewhere.example} */
    static SelfSigned make(Path dir, String name, String host) throws Exception {
        Path store = dir.resolve(name + ".p12");
        Path certificate = dir.resolve(name + ".pem");
        keytool(
                "-genkeypair -alias key -keyalg EC -dname CN=" + name + " -ext SAN=" + host
                        + " -validity 2 -storetype PKCS12 -storepass " + PASSWORD,
                store);
        keytool("-exportcert -rfc -alias key -storepass " + PASSWORD + " -file " + certificate, store);
        return new SelfSigned(context(store), certificate);
    }

    private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String arguments, Path store) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-keystore", store.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
