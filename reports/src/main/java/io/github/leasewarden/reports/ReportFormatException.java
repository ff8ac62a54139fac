package io.github.leasewarden.reports;

import java.io.IOException;

/** A file that is not a leak report this version can read. The message is a sentence that names file and position. */
public final class ReportFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final boolean otherVersion;

    ReportFormatException(String sentence) {
        this(sentence, false);
    }

    /** @param otherVersion see {@link #isOfOtherVersion()} */
    ReportFormatException(String sentence, boolean otherVersion) {
        super(sentence);
        this.sentence = sentence;
        this.otherVersion = otherVersion;
    }

    ReportFormatException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
        this.otherVersion = false;
    }

    /** Whether it is a leak report, but one that another version of Leasewarden has to read. */
    public boolean isOfOtherVersion() {
        return otherVersion;
    }

    /** The message; never null. */
    public String sentence() {
        return sentence;
    }
}
