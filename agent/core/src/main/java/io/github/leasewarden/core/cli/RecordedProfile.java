package io.github.leasewarden.core.cli;

import io.github.leasewarden.core.detection.RecordingVerdict;
import io.github.leasewarden.core.detection.Verdict;
import io.github.leasewarden.core.sampling.HeapSample;
import io.github.leasewarden.core.sampling.OldObject;
import io.github.leasewarden.core.sampling.Recording;
import io.github.leasewarden.core.sampling.RecordingReader;
import io.github.leasewarden.reports.VerdictState;
import io.github.leasewarden.reports.diff.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flight recording as a profile: the verdict on its heap, threads and loaded classes, and the old objects it sampled, by class. Sampled
 * counts are small numbers of a large whole; they say what stays alive, not how much.
 */
final class RecordedProfile {
    private RecordedProfile() {}

    static Profile read(Path file) throws IOException {
        Recording recording = RecordingReader.read(file);
        Verdict verdict = RecordingVerdict.judge(recording);
        List<HeapSample> heap = recording.heap();
        @Nullable
        Long used = heap.isEmpty() ? null : (Long) heap.get(heap.size() - 1).usedAfterGcBytes();
        List<String> notes = new ArrayList<>(recording.gaps());
        notes.add(0, verdict.reason());
        return new Profile(
                file.toString(),
                recording.start().plus(recording.length()),
                null,
                VerdictState.valueOf(verdict.state().name()),
                used,
                verdict.slopeBytesPerSecond(),
                items(recording.oldObjects()),
                notes);
    }

    private static Map<String, Profile.Item> items(List<OldObject> samples) {
        Map<String, Profile.Item> items = new LinkedHashMap<>();
        for (OldObject sample : samples) {
            String key = Profile.classKey(sample.className());
            String allocated = sample.frames().isEmpty()
                    ? ""
                    : " allocated at " + sample.frames().get(0);
            items.merge(
                    key,
                    new Profile.Item(key, "sampled class", sample.className() + allocated, 1, false),
                    (all, one) -> new Profile.Item(key, all.what(), all.where(), all.count() + 1, false));
        }
        return items;
    }
}
