package io.github.leasewarden.core.cli;

/** A command could not do its work. The message is all that the user sees, so it names what is wrong and where. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String sentence) {
        super(sentence);
    }

    CommandFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
