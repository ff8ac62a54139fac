package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.ArrayList;
import java.util.List;

/** An import in the middle of the run needs sixty megabytes for fifteen seconds. */
public final class ReleasedBurst implements Program {
    private List<ImportedRow> rows = new ArrayList<>();

    private record ImportedRow(int number, byte[] cells) {}

    @Override
    public void tick(Moment moment) {
        if (moment.share() > 0.3 && moment.share() < 0.5) {
            for (int i = 0; i < 20; i++) {
                rows.add(new ImportedRow(i, new byte[8_000]));
            }
        } else if (!rows.isEmpty()) {
            rows = new ArrayList<>();
        }
    }
}
