package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.Random;
import java.util.logging.Logger;

/** Tenants bring their own driver for their reports, which is registered whenever the settings of the tenant are read again. */
public final class TenantDrivers implements Program {
    private final Random random = new Random(504);
    private int versions;

    private static final class ReportDriver implements Driver {
        private final String prefix;
        private final int[] dictionary;

        private ReportDriver(String prefix, int words) {
            this.prefix = prefix;
            dictionary = new int[words];
        }

        @Override
        public Connection connect(String url, Properties info) {
            return null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(prefix);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
            return new DriverPropertyInfo[0];
        }

        @Override
        public int getMajorVersion() {
            return dictionary.length;
        }

        @Override
        public int getMinorVersion() {
            return 0;
        }

        @Override
        public boolean jdbcCompliant() {
            return false;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("no logger");
        }
    }

    @Override
    public void tick(Moment moment) {
        if (random.nextInt(6) > 0) {
            return;
        }
        String prefix = "jdbc:report:tenant-" + random.nextInt(40) + ":";
        try {
            DriverManager.registerDriver(new ReportDriver(prefix, 8_000 + random.nextInt(16_000)));
            versions += DriverManager.getDriver(prefix + "sales").getMajorVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return versions + " in all";
    }
}
