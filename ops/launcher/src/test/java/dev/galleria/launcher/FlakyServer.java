package dev.galleria.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** A server that gives up silently as often as {@code FAILURES} says and then runs until it is stopped. */
final class FlakyServer {
    private FlakyServer() {}

    public static void main(String[] arguments) throws Exception {
        Path attempts = Path.of(System.getenv("ATTEMPTS"));
        Files.writeString(attempts, Files.exists(attempts) ? Files.readString(attempts) + "x" : "x");
        if (Files.size(attempts) <= Integer.parseInt(System.getenv("FAILURES"))) {
            System.out.println("java.lang.IllegalStateException: the kernel gave up");
            return;
        }
        System.out.println("GALLERIA READY");
        Thread.sleep(60_000);
    }
}
