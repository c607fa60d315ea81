package dev.galleria.payment.credit;

import dev.galleria.ledger.Books;
import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.util.UUID;

/** Credits without a container. */
public final class CreditFixture {
    private CreditFixture() {}

    public static Credits credits(Database database, Books books) {
        var credits = new Credits();
        credits.store = new CreditStore();
        credits.store.database = database;
        credits.books = books;
        return credits;
    }

    /** A gift card of that worth. Call it in a transaction. */
    public static UUID card(Credits credits, Books books, Money worth) {
        var reference = Ids.next();
        var card = credits.store.insertCard(GiftCode.random(), worth.currency().getCurrencyCode(), null, "test");
        credits.store.add(card, "GRANT", worth.minorUnits(), reference.toString(), "test", "test");
        books.granted(reference, CreditKind.GIFT_CARD.liability(), worth);
        return card;
    }
}
