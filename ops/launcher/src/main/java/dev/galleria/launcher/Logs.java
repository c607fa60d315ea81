package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds, in what a program printed, the line that tells why it failed. */
final class Logs {
    private static final String DISK_FULL = "the disk is full (No space left on device)";
    private static final Pattern COMPLAINT =
            Pattern.compile("(?:FATAL|PANIC|initdb: error|could not|Exception in thread \"main\").*");

    private Logs() {}

    static Optional<String> lastComplaint(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return find(lines.toList());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static String complaint(Command command) {
        return find(command.output().lines().toList()).orElse(command.lastLine());
    }

    private static Optional<String> find(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains("No space left on device"))) {
            return Optional.of(DISK_FULL);
        }
        return lines.stream()
                .map(COMPLAINT::matcher)
                .filter(match -> match.find())
                .map(match -> match.group().strip())
                .reduce((first, second) -> second);
    }
}
