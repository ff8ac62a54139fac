package io.github.leasewarden.fleet;

import java.io.IOException;

/** Where one report comes from: a file or a running agent. */
interface ReportSource {
    /** More than this is no leak report. */
    int LONGEST = 64 << 20;

    /** What to call it in a message. */
    String name();

    /**
     * Its text in UTF-8.
     *
     * @throws IOException with a message that says why in words, without the source's name
     */
    byte[] read() throws IOException;
}
