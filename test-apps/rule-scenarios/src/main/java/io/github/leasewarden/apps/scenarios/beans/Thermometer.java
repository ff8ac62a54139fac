package io.github.leasewarden.apps.scenarios.beans;

import io.github.leasewarden.apps.scenarios.Scenario;
import java.beans.PropertyChangeListener;
import java.beans.PropertyChangeListenerProxy;
import java.beans.PropertyChangeSupport;

/** A bean whose listeners come and go, singly, twice, by name, and some only come. */
public final class Thermometer {
    private final PropertyChangeSupport changes = new PropertyChangeSupport(this);

    private Thermometer() {}

    public static void main(String[] args) {
        Thermometer thermometer = new Thermometer();
        PropertyChangeListener[] display = new PropertyChangeListener[9];
        for (int i = 0; i < display.length; i++) {
            int number = i;
            display[i] = change -> System.setProperty("display." + number, String.valueOf(change.getNewValue()));
        }
        for (int i = 0; i < 3; i++) {
            thermometer.forget(display[i]);
            thermometer.forgetNamed(display[i]);
            thermometer.comeAndGo(display[i + 3]);
            thermometer.comeAndGoNamed(display[i + 3]);
        }
        thermometer.comeTwiceGoOnce(display[6]);
        thermometer.oneOfTwoNames(display[7]);
        thermometer.byProxy(display[8]);
        thermometer.strangers(display[5]);
        shortLived(display[0]);
        for (int i = 0; i < 20; i++) {
            thermometer.changes.firePropertyChange("celsius", i, i + 1);
            Scenario.pause(200);
        }
        System.out.println("listeners: " + thermometer.changes.getPropertyChangeListeners().length + ", told: "
                + System.getProperty("display.0") + " " + System.getProperty("display.3"));
    }

    void forget(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
    }

    void forgetNamed(PropertyChangeListener listener) {
        changes.addPropertyChangeListener("celsius", listener);
    }

    void comeAndGo(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
        changes.removePropertyChangeListener(listener);
    }

    void comeAndGoNamed(PropertyChangeListener listener) {
        changes.addPropertyChangeListener("celsius", listener);
        changes.removePropertyChangeListener("celsius", listener);
    }

    void comeTwiceGoOnce(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(listener);
        changes.addPropertyChangeListener(listener);
        changes.removePropertyChangeListener(listener);
    }

    void oneOfTwoNames(PropertyChangeListener listener) {
        changes.addPropertyChangeListener("celsius", listener);
        changes.addPropertyChangeListener("kelvin", listener);
        changes.removePropertyChangeListener("kelvin", listener);
    }

    /** A proxy is a listener with its name: the library unpacks it. */
    void byProxy(PropertyChangeListener listener) {
        changes.addPropertyChangeListener(new PropertyChangeListenerProxy("celsius", listener));
        changes.removePropertyChangeListener("celsius", listener);
    }

    /** Nothing was added, so nothing changes. */
    void strangers(PropertyChangeListener listener) {
        changes.removePropertyChangeListener(listener);
        changes.removePropertyChangeListener("kelvin", listener);
        changes.addPropertyChangeListener(null);
        changes.addPropertyChangeListener("celsius", null);
    }

    /** The bean goes, and its listeners with it. */
    static void shortLived(PropertyChangeListener listener) {
        for (int i = 0; i < 3; i++) {
            new PropertyChangeSupport(listener).addPropertyChangeListener(listener);
        }
        System.gc();
    }
}
