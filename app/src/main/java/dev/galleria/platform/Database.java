package dev.galleria.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * SQL in the current tenant's schema, in the current transaction if there is one. Without a tenant every statement is
 * refused by the database. Flush the entity manager before reading here what it has not written yet.
 */
@ApplicationScoped
public class Database {
    @Resource(lookup = "java:app/jdbc/tenant")
    DataSource source;

    private Jdbi jdbi;

    @PostConstruct
    void open() {
        jdbi = Rows.over(source);
    }

    /** Gives the work a connection and takes it back. */
    public <T> T call(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }
}
