package dev.galleria.catalog.collections;

import java.util.List;

/** Which products belong to a collection: 1 to {@link #MOST_CONDITIONS} conditions, all or any of which must hold. */
public record Rule(Match match, List<Condition> conditions) {
    public static final int MOST_CONDITIONS = 50;

    /** How conditions are combined. */
    public enum Match {
        ALL,
        ANY
    }

    /** Whether what belongs changes with time alone. */
    boolean isByAge() {
        return conditions.stream().anyMatch(condition -> condition.subject() == Condition.Subject.AGE);
    }
}
