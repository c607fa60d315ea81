package dev.galleria.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The terminal. The result goes to standard output, everything on the way to standard error. */
final class Console {
    private final PrintStream out = stream(FileDescriptor.out);
    private final PrintStream err = stream(FileDescriptor.err);

    void result(String text) {
        out.println(text);
        out.flush();
    }

    void step(String text) {
        err.println("  " + text);
    }

    void failure(String reason) {
        err.println("Galleria: " + reason.lines().findFirst().orElse(reason));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
