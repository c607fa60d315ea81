package dev.galleria.platform;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells failures of a part that is away for now, and comes back, from failures of the work itself. */
public final class Away {
    /** When to come back, in seconds. */
    public static final int RETRY_SECONDS = 5;

    private Away() {}

    /** Whether the database or the other nodes did not answer; asking again later may succeed. */
    public static boolean in(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure && away(failure)
                    || cause.getClass().getName().startsWith("com.hazelcast.")) {
                return true;
            }
        }
        return false;
    }

    private static boolean away(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState();
        // Connection failures; a server that is stopping, starting or has no connection left.
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.equals("53300");
    }
}
