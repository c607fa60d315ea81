package dev.galleria.platform;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Named places where a test makes the process die, fail or wait. Switched on by the system property
 * {@code galleria.failpoints} ({@code checkout.reserved=halt,order.committed-before-answer=sleep:2000}), which only a demo
 * installation or {@code galleria.failpoints.allowed=true} accepts; otherwise the application refuses to start.
 */
public final class FailPoint {
    private static final String PROPERTY = "galleria.failpoints";
    private static final Map<String, String> ACTIONS = read(System.getProperty(PROPERTY, ""));

    private FailPoint() {}

    /** Does nothing unless this place was named. */
    public static void hit(String name) {
        var action = ACTIONS.get(name);
        if (action != null) {
            act(name, action);
        }
    }

    /** Refuses fail points where real money is taken; called at start. */
    static void check() {
        if (!ACTIONS.isEmpty() && !Settings.demo() && !Boolean.getBoolean(PROPERTY + ".allowed")) {
            throw new IllegalStateException(PROPERTY + " is for tests; this installation is not one");
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
        }
    }

    private static Map<String, String> read(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
