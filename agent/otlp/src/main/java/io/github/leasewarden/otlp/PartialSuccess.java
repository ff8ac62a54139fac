package io.github.leasewarden.otlp;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver that took a request says it did not keep of it. The SDK throws that answer away, so these two fields are read here: {@code
 * partial_success = 1 {rejected = 1; error_message = 2}}, the same for metrics and logs.
 *
 * @param rejected log records or data points
 * @param message why, or advice if nothing was rejected; may be empty
 */
record PartialSuccess(long rejected, String message) {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_MESSAGE = 300;

    /** Null if everything was kept, or the answer is no message of OTLP's. */
    static @Nullable PartialSuccess read(byte[] answer) {
        try {
            ByteBuffer response = ByteBuffer.wrap(answer);
            while (response.hasRemaining()) {
                long key = varint(response);
                if (key == (1 << 3 | BYTES)) {
                    return fields(bytes(response));
                }
                skip(response, (int) key & 7);
            }
            return null;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable PartialSuccess fields(ByteBuffer partial) {
        long rejected = 0;
        String message = "";
        while (partial.hasRemaining()) {
            long key = varint(partial);
            if (key == (1 << 3 | VARINT)) {
                rejected = varint(partial);
            } else if (key == (2 << 3 | BYTES)) {
                message = StandardCharsets.UTF_8.decode(bytes(partial)).toString();
            } else {
                skip(partial, (int) key & 7);
            }
        }
        return rejected == 0 && message.isEmpty()
                ? null
                : new PartialSuccess(rejected, message.substring(0, Math.min(LONGEST_MESSAGE, message.length())));
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    private static ByteBuffer bytes(ByteBuffer in) {
        long length = varint(in);
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer bytes = in.slice(in.position(), (int) length);
        in.position(in.position() + (int) length);
        return bytes;
    }

    private static void skip(ByteBuffer in, int wireType) {
        switch (wireType) {
            case VARINT -> varint(in);
            case FIXED_64 -> in.getLong();
            case BYTES -> bytes(in);
            case FIXED_32 -> in.getInt();
            default -> throw new IllegalArgumentException("wire type " + wireType);
        }
    }
}
