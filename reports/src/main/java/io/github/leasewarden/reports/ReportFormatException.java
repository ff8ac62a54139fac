package io.github.leasewarden.reports;

import java.io.IOException;

/** A file that is not a leak report this version can read. The message is a sentence that names file and position. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    ReportFormatException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    ReportFormatException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** The message; never null. */
    public String sentence() {
        return sentence;
    }
}
