package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.reports.Json;
import io.github.leasewarden.reports.ReportFormatException;

/** Reads what clients send with an action. */
final class Bodies {
    private Bodies() {}

    /**
     * The body, or {@code absent} if there is none.
     *
     * @throws Problem 400 that names what is wrong
     */
    static <T> T read(Call call, Class<T> type, T absent) throws Problem {
        if (call.body().length == 0) {
            return absent;
        }
        try {
            return Json.readStrictly(call.body(), type, "the body");
        } catch (ReportFormatException e) {
            throw Problem.of(400, String.valueOf(e.getMessage()));
        }
    }
}
