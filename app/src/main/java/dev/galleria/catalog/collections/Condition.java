package dev.galleria.catalog.collections;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that a rule asks of a product.
 *
 * @param values for words any of which will do: up to {@link #MOST_VALUES} slugs, codes or tags; for amounts and days one
 *     number; for stock and reductions nothing
 */
public record Condition(Subject subject, Comparison comparison, List<String> values) {
    public static final int MOST_VALUES = 100;

    /** How a product's value is compared. */
    public enum Comparison {
        IS,
        IS_NOT,
        AT_LEAST,
        AT_MOST
    }

    /** What kind of values a subject is compared with. */
    public enum Kind {
        WORDS,
        AMOUNT,
        DAYS,
        NOTHING
    }

    /** What is looked at. */
    public enum Subject {
        /** The code of the product's type. */
        TYPE(Kind.WORDS),
        /** The brand's slug. */
        BRAND(Kind.WORDS),
        TAG(Kind.WORDS),
        /** The slug of the product's department or of one above it. */
        CATEGORY(Kind.WORDS),
        /** The slug of somebody who offers it. */
        SELLER(Kind.WORDS),
        /** The price that listings show, in major units of the marketplace's currency: 12.50. */
        PRICE(Kind.AMOUNT),
        /** Whole days since the product was published, 0–36,500. */
        AGE(Kind.DAYS),
        /** Whether somebody can deliver it. */
        STOCK(Kind.NOTHING),
        /** Whether its price is reduced. */
        SALE(Kind.NOTHING);

        private final Kind kind;

        Subject(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** The comparisons that make sense. */
        public Set<Comparison> comparisons() {
            return kind == Kind.AMOUNT || kind == Kind.DAYS
                    ? EnumSet.of(Comparison.AT_LEAST, Comparison.AT_MOST)
                    : EnumSet.of(Comparison.IS, Comparison.IS_NOT);
        }
    }
}
