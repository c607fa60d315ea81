package dev.galleria.payment.credit;

import dev.galleria.ledger.BookAccount;

/** Whose money it is: an account's, or whoever's has the card. */
public enum CreditKind {
    STORE_CREDIT(BookAccount.STORE_CREDIT),
    GIFT_CARD(BookAccount.GIFT_CARD);

    private final BookAccount liability;

    CreditKind(BookAccount liability) {
        this.liability = liability;
    }

    BookAccount liability() {
        return liability;
    }
}
