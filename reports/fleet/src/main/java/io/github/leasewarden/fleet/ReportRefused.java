package io.github.leasewarden.fleet;

/** A report that cannot go into the graph. The message is a sentence that begins with the report's file or URL. */
final class ReportRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    ReportRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message; never null. */
    String sentence() {
        return sentence;
    }
}
