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
        return next(name, 1);
    }

    /** The first of so many (at least 1) numbers in a row. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long next(String name, int count) {
        return database.call(sql -> sql.createQuery(
                        """
                        INSERT INTO series AS s (name, value) VALUES (:name, 1000 + :count)
                        ON CONFLICT (name) DO UPDATE SET value = s.value + :count RETURNING value - :count + 1""")
                .bind("name", name)
                .bind("count", count)
                .mapTo(long.class)
                .one());
    }
}
