package dev.galleria.ledger;

/** One line of a transaction: a debit is positive, a credit negative, in minor units. The party is empty where there is none. */
public record Entry(BookAccount account, String party, long amountMinor) {}
