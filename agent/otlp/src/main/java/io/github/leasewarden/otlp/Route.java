package io.github.leasewarden.otlp;

import io.github.leasewarden.export.Post;
import io.github.leasewarden.reports.Addresses;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One signal's way to its receiver: an exporter of the SDK, and the sender under it that knows what was answered. One thread. */
final class Route<T> implements Function<T, Outcome> {
    /** Those that OTLP calls retryable; any other error would come again. */
    private static final Set<Integer> NOT_NOW = Set.of(429, 502, 503, 504);

    private final Function<T, CompletableResultCode> export;
    private final boolean whole;
    private final PostSender sender;
    private final Clock clock;

    /**
     * @param export done when it returns, because {@code sender} is
     * @param whole whether an item is one record, so that nothing is left of it if any is rejected
     */
    Route(Function<T, CompletableResultCode> export, boolean whole, PostSender sender, Clock clock) {
        this.export = export;
        this.whole = whole;
        this.sender = sender;
        this.clock = clock;
    }

    /** Without user, password and parameters. */
    String address() {
        return Addresses.withoutSecrets(sender.endpoint());
    }

    /** Bodies of all requests so far, as they went out. */
    long sentBytes() {
        return sender.sentBytes();
    }

    @Override
    public Outcome apply(T item) {
        sender.forget();
        CompletableResultCode result = export.apply(item);
        Post.Answer answer = sender.answer();
        if (answer == null) {
            return unanswered(result);
        }
        if (answer.ok()) {
            return taken(PartialSuccess.read(answer.body()));
        }
        String reason = address() + " answered with status " + answer.status();
        return NOT_NOW.contains(answer.status())
                ? new Outcome.Later(reason, RetryAfter.parse(answer.retryAfter(), clock.instant()))
                : new Outcome.Refused(reason);
    }

    private Outcome taken(@Nullable PartialSuccess part) {
        if (part == null) {
            return new Outcome.Taken();
        }
        String reason = address() + " rejected " + part.rejected() + " of it: " + part.message();
        return whole && part.rejected() > 0 ? new Outcome.Refused(reason) : new Outcome.TakenInPart(reason);
    }

    private Outcome unanswered(CompletableResultCode result) {
        Throwable trouble = sender.trouble();
        if (trouble != null) {
            return new Outcome.Later(address() + " cannot be reached: " + inWords(trouble), null);
        }
        return new Outcome.Refused("the SDK did not send it: " + inWords(result.getFailureThrowable()));
    }

    private static String inWords(@Nullable Throwable trouble) {
        if (trouble == null) {
            return "for no stated reason";
        }
        return trouble.getMessage() == null ? trouble.toString() : trouble.getMessage();
    }
}
