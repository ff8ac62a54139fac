package io.github.leasewarden.apps.scenarios.neo4j;

/** How a driver is asked for a session: 4.4 has Rx sessions, 5.0 a method for each kind, later ones take the kind's type. */
record Generation(boolean isRx, boolean takesTypes) {
    static Generation of(String version) {
        return new Generation(version.startsWith("4."), !version.startsWith("4.") && !version.equals("5.0"));
    }
}
