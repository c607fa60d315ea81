package dev.galleria.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that was run to its end: its exit code and what it printed. */
record Command(int exitCode, String output) {

    /** Runs a command; one that cannot be started counts as failed (127). */
    static Command run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException e) {
            return new Command(127, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Command(130, "interrupted");
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** The last line of the output that says something. */
    String lastLine() {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty()
                ? "exit code " + exitCode
                : lines.get(lines.size() - 1).strip();
    }
}
