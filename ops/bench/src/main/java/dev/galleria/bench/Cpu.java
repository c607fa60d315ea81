package dev.galleria.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says in /proc of processes. Times are in microseconds, to the kernel's hundredth of a second. */
final class Cpu {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Cpu() {}

    static long ofProcess(long pid) throws IOException {
        var stat = stat(pid);
        return (Long.parseLong(stat[USER]) + Long.parseLong(stat[SYSTEM])) * MICROS_PER_TICK;
    }

    /** A process, its children that live, and those that have ended. */
    static long ofTree(long pid) throws IOException {
        var stat = stat(pid);
        long ended = (Long.parseLong(stat[CHILDREN_USER]) + Long.parseLong(stat[CHILDREN_SYSTEM])) * MICROS_PER_TICK;
        long living = ProcessHandle.of(pid)
                .map(ProcessHandle::children)
                .orElse(Stream.empty())
                .mapToLong(child -> {
                    try {
                        return ofProcess(child.pid());
                    } catch (IOException e) {
                        return 0; // it has just ended
                    }
                })
                .sum();
        return ofProcess(pid) + ended + living;
    }

    static long residentMegabytes(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0L);
        }
    }

    /** The fields after the command's name, which may contain anything. */
    private static String[] stat(long pid) throws IOException {
        var text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return text.substring(text.lastIndexOf(')') + 2).split(" ");
    }
}
