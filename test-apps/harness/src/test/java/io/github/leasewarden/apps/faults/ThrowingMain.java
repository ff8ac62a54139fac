package io.github.leasewarden.apps.faults;

import java.beans.PropertyChangeSupport;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Uses tracked things in every way while all hooks throw. Arguments: how often, then a class that extends the hooks' sink and throws, what it throws, and the
 * report whose existence says that the agent has started; or nothing to run without the agent.
 */
public final class ThrowingMain {
    private ThrowingMain() {}

    public static void main(String[] args) throws Exception {
        if (args.length > 1) {
            Waiting.until(() -> Files.exists(Path.of(args[3])));
            Class<?> hooks = Class.forName("java.lang.LeasewardenHooks");
            hooks.getMethod("uninstall").invoke(null);
            Object sink = Class.forName(args[1]).getConstructor(String.class).newInstance(args[2]);
            Method install = hooks.getMethod("install", Class.forName("java.lang.LeasewardenHooks$Sink"));
            System.err.println("hooks throw: " + install.invoke(null, sink));
        }
        PropertyChangeSupport topic = new PropertyChangeSupport("topic");
        List<String> heard = new ArrayList<>();
        int times = Integer.parseInt(args[0]);
        int used = 0;
        for (int i = 0; i < times; i++) {
            try (Thing thing = new Thing()) {
                used += thing.use();
                topic.addPropertyChangeListener(event -> heard.add(event.getPropertyName()));
            }
            if (i % 100 == 0) {
                topic.firePropertyChange("price" + i, 1, 2);
            }
        }
        System.out.println("used: " + used + ", heard: " + heard.size() + ", listeners: "
                + topic.getPropertyChangeListeners().length);
        if (args.length > 1) {
            Thread.sleep(3_000); // so that a report can be written with the count
        }
    }
}
