package io.github.leasewarden.premain;

/** Where {@code java -jar leasewarden-agent.jar command} enters. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        ClassLoader loader = IsolatedLoader.create();
        loader.loadClass("io.github.leasewarden.core.cli.Commands")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
