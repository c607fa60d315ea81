package dev.galleria.ledger;

import dev.galleria.platform.Database;

/** The books without a container. */
public final class LedgerFixture {
    private LedgerFixture() {}

    public static Books books(Database database) {
        var books = new Books();
        books.store = new LedgerStore();
        books.store.database = database;
        books.rates = new CommissionRates();
        books.rates.database = database;
        return books;
    }
}
