package dev.galleria.exchange;

/**
 * CHECKING → CHECKED → RUNNING → DONE → UNDOING → UNDONE. A file that cannot be read is REFUSED. CANCELED when it was stopped:
 * what had been brought in by then stays, and can be undone. One import of a marketplace works at a time, the others wait.
 */
public enum ImportState {
    CHECKING,
    CHECKED,
    REFUSED,
    RUNNING,
    DONE,
    CANCELED,
    UNDOING,
    UNDONE;

    /** Whether work is going on or waited for. */
    public boolean working() {
        return this == CHECKING || this == RUNNING || this == UNDOING;
    }
}
