package dev.galleria.faults;

import java.util.ArrayList;
import java.util.List;

/** What was done for a promise, what was counted, and each thing that should not have been. */
final class Result {
    private final String promise;
    private final List<String> done = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private boolean skipped;

    Result(String promise) {
        this.promise = promise;
    }

    String promise() {
        return promise;
    }

    synchronized Result done(String text) {
        done.add(text);
        return this;
    }

    synchronized Result counted(String text) {
        counted.add(text);
        return this;
    }

    /** Notes a violation unless that is true. */
    synchronized void require(boolean kept, String otherwise) {
        if (!kept) {
            violations.add(otherwise);
        }
    }

    /** There is nothing to break here yet. */
    Result skip(String why) {
        skipped = true;
        return done(why);
    }

    boolean skipped() {
        return skipped;
    }

    String done() {
        return String.join("; ", done);
    }

    String counted() {
        return String.join("; ", counted);
    }

    List<String> violations() {
        return List.copyOf(violations);
    }
}
