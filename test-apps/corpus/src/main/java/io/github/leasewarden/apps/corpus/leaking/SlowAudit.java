package io.github.leasewarden.apps.corpus.leaking;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** The same disease sixty times slower than elsewhere in this corpus: about 17 KB a second. */
public final class SlowAudit implements Program {
    private final List<AuditLine> lines = new ArrayList<>();

    private record AuditLine(String who, byte[] what) {}

    @Override
    public void tick(Moment moment) {
        lines.add(new AuditLine("user " + moment.tick(), new byte[700]));
    }
}
