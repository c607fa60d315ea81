package dev.galleria.launcher;

/** Why something cannot start, in one line for the person at the terminal. */
public final class StartFailure extends RuntimeException {
    /** Gives the reason alone. */
    public StartFailure(String reason) {
        super(reason);
    }

    /** Gives the reason and what it was caused by. */
    public StartFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
