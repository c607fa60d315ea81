package dev.galleria.ledger;

/** The chart of accounts. A party tells entries of one account apart: a gateway or a seller. Nothing is ever rounded away. */
public enum BookAccount {
    /** Money at a gateway; the party is the gateway. */
    CLEARING(Side.ASSET),
    /** Cash that couriers are still to bring. */
    RECEIVABLE(Side.ASSET),
    /** Buyers' money that no order stands for yet. */
    DEPOSIT(Side.LIABILITY),
    /** What is owed for goods, after commission; the party is the seller. */
    SELLER(Side.LIABILITY),
    /** What buyers paid for sending; the party is the seller, who sends. */
    SHIPPING(Side.LIABILITY),
    /** Taxes taken; the party is the seller whose sale it was. */
    TAX(Side.LIABILITY),
    STORE_CREDIT(Side.LIABILITY),
    GIFT_CARD(Side.LIABILITY),
    /** What the marketplace keeps of a sale; the party is the seller who pays it. */
    COMMISSION(Side.INCOME),
    /** Credit given away, and refunds beyond what a sale had brought. */
    GRANTED(Side.EXPENSE);

    /** Where an account stands in the balance; assets and expenses grow by debits, the others by credits. */
    public enum Side {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE;

        public boolean growsByDebit() {
            return this == ASSET || this == EXPENSE;
        }
    }

    private final Side side;

    BookAccount(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }
}
