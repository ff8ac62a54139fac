package io.github.leasewarden.core.sampling;

import java.util.List;
import java.util.Objects;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/** Reads stacks of Flight Recorder's events. */
public final class RecordedFrames {
    private RecordedFrames() {}

    /**
     * A Java frame.
     *
     * @param type name of the class, with its package
     */
    public record Frame(String type, String method, int line) {}

    /**
     * Java frames, innermost first. None where the recording does not know one of the methods: what is left could name the wrong line. Seen once, on 17:
     * JFR's stream delivered two thread starts like that.
     *
     * @param stack null if the event has none
     */
    public static List<Frame> of(@Nullable RecordedStackTrace stack) {
        return stack == null
                ? List.of()
                : allOrNone(stack.getFrames().stream()
                        .filter(RecordedFrame::isJavaFrame)
                        .map(RecordedFrames::frame)
                        .toList());
    }

    static List<Frame> allOrNone(List<@Nullable Frame> frames) {
        return frames.stream().anyMatch(Objects::isNull)
                ? List.of()
                : frames.stream().<Frame>map(Objects::requireNonNull).toList();
    }

    private static @Nullable Frame frame(RecordedFrame frame) {
        @Nullable RecordedMethod method = frame.getMethod();
        @Nullable RecordedClass type = method == null ? null : method.getType();
        return type == null ? null : new Frame(type.getName(), method.getName(), frame.getLineNumber());
    }
}
