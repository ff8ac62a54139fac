package io.github.leasewarden.core.cli;

/** A command could not do its work. The message is all that the user sees, so it names what is wrong and where. */
final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    CommandFailed(String sentence) {
        super(sentence);
        this.status = ExitStatus.UNUSABLE;
    }

    CommandFailed(String sentence, Throwable cause) {
        this(ExitStatus.UNUSABLE, sentence, cause);
    }

    /** @param status with which the command ends, see {@link ExitStatus} */
    CommandFailed(int status, String sentence, Throwable cause) {
        super(sentence, cause);
        this.status = status;
    }

    int status() {
        return status;
    }
}
