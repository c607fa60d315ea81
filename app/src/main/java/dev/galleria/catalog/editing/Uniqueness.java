package dev.galleria.catalog.editing;

import dev.galleria.platform.Problem;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** Two who take the same SKU or address at the same moment: the database lets one of them. */
final class Uniqueness {
    private static final String UNIQUE_VIOLATION = "23505";

    private Uniqueness() {}

    /** Writes what the entity manager holds; what somebody else has taken meanwhile is a Problem (CONFLICT). */
    static void flush(EntityManager entities) {
        try {
            entities.flush();
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    throw Problem.conflict("catalog/taken", String.valueOf(sql.getMessage()));
                }
            }
            throw e;
        }
    }
}
