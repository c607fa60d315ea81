package dev.galleria.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Named places where a test makes the process die ({@code halt}), fail ({@code throw}), be slow ({@code sleep:2000}) or
 * stop until it is let go ({@code wait}). Two system properties switch them on: {@code galleria.failpoints} names places and
 * actions ({@code checkout.reserved=halt,order.committed-before-answer=sleep:2000}); {@code galleria.failpoints.directory}
 * is looked into whenever a place is passed, so that a test can change its mind: a file named for the place holds its
 * action, {@code halt} and {@code throw} take it away when they happen, {@code wait} lasts until it is taken away. Only a
 * demo installation or {@code galleria.failpoints.allowed=true} accepts either; otherwise the application refuses to start.
 */
public final class FailPoint {
    private static final String PROPERTY = "galleria.failpoints";
    private static final long LOOK_MILLIS = 20;
    private static final Map<String, String> ACTIONS = read(System.getProperty(PROPERTY, ""));
    private static final @Nullable Path DIRECTORY = directory(System.getProperty(PROPERTY + ".directory", ""));

    private FailPoint() {}

    /** Does nothing unless this place was named. */
    public static void hit(String name) {
        var action = ACTIONS.get(name);
        if (action != null) {
            act(name, action);
        }
        if (DIRECTORY != null) {
            look(name, DIRECTORY.resolve(name));
        }
    }

    /** Refuses fail points where real money is taken; called at start. */
    static void check() {
        check(!ACTIONS.isEmpty() || DIRECTORY != null, Settings.demo() || Boolean.getBoolean(PROPERTY + ".allowed"));
    }

    static void check(boolean wanted, boolean allowed) {
        if (wanted && !allowed) {
            throw new IllegalStateException(PROPERTY + " is for tests; this installation is not one");
        }
    }

    private static void look(String name, Path file) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            var action = Files.readString(file).strip();
            boolean once = action.equals("halt") || action.equals("throw");
            if (once && !Files.deleteIfExists(file)) {
                return; // somebody else was first
            }
            if (action.equals("wait")) {
                while (Files.exists(file)) {
                    sleep(LOOK_MILLIS);
                }
            } else {
                act(name, action);
            }
        } catch (NoSuchFileException e) {
            // Taken away meanwhile: there is nothing to do here any more.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void act(String name, String action) {
        if (action.equals("halt")) {
            Runtime.getRuntime().halt(137);
        } else if (action.equals("throw")) {
            throw new IllegalStateException("fail point " + name);
        } else if (action.startsWith("sleep:")) {
            sleep(Long.parseLong(action.substring("sleep:".length())));
        } else {
            throw new IllegalStateException("fail point " + name + " cannot " + action);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("cut off at a fail point", e);
        }
    }

    private static @Nullable Path directory(String text) {
        return text.isBlank() ? null : Path.of(text.strip());
    }

    static Map<String, String> read(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
