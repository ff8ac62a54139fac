package io.github.leasewarden.reports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why reading or writing failed, in words. The JDK often says nothing but the file's name. */
public final class Trouble {
    private Trouble() {}

    public static String of(IOException trouble) {
        String message = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        if (trouble instanceof NoSuchFileException) {
            return message + " does not exist";
        }
        if (trouble instanceof AccessDeniedException) {
            return message + " is not accessible";
        }
        return message;
    }
}
