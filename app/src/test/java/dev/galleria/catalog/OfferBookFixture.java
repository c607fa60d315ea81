package dev.galleria.catalog;

import dev.galleria.platform.Database;

/** The book of offers without a container. */
public final class OfferBookFixture {
    private OfferBookFixture() {}

    public static OfferBook of(Database database) {
        var book = new OfferBook();
        book.database = database;
        return book;
    }
}
