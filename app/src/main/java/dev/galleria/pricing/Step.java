package dev.galleria.pricing;

import dev.galleria.platform.Money;

/**
 * One step of a calculation: {@code of} by {@code factor} gives {@code gives}.
 *
 * @param subject what it is about: a line's title, a seller's id, a promotion's name, empty for the whole
 * @param factor pieces for LINE, parts per million for the taxes, otherwise 1
 */
public record Step(Kind kind, String subject, long factor, Money of, Money gives) {
    /** What is done. */
    public enum Kind {
        /** Unit price × quantity. */
        LINE,
        /** Taken off a line. */
        DISCOUNT,
        /** The tax contained in a price: price × rate ÷ (1 + rate), half-even. */
        TAX_INCLUDED,
        /** The tax added to a price: price × rate, half-even. */
        TAX_ADDED,
        /** A seller's parcel is sent for this. */
        SHIPPING,
        /** Taken off some lines by the promotion that the subject names. */
        PROMOTION,
        /** Taken off shipping by the promotion that the subject names. */
        SHIPPING_PROMOTION,
        /** All lines. */
        SUBTOTAL,
        /** Subtotal − discount + shipping + added tax. */
        TOTAL
    }
}
