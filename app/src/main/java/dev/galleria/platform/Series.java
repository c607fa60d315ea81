package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Numbers without gaps, for orders and invoices. Take one last: the row stays locked until the transaction ends. */
@ApplicationScoped
public class Series {
    @Inject
    Database database;

    /** The next number of the series, from 1001; given back when the transaction rolls back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long next(String name) {
        return database.call(sql -> sql.createQuery(
                        """
                        INSERT INTO series AS s (name, value) VALUES (:name, 1001)
                        ON CONFLICT (name) DO UPDATE SET value = s.value + 1 RETURNING value""")
                .bind("name", name)
                .mapTo(long.class)
                .one());
    }
}
