package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.List;

/**
 * One line to be priced.
 *
 * @param lineNo from 1, unique in the request
 * @param unitPrice as the shop shows it: with tax where its prices include tax, without it elsewhere
 * @param quantity at least 1
 * @param discount off the whole line, between nothing and the line's worth
 */
public record PriceLine(
        int lineNo, SellerId seller, String title, Money unitPrice, int quantity, Money discount, String taxClass) {
    public PriceLine {
        if (quantity < 1 || unitPrice.minorUnits() < 0) {
            throw new IllegalArgumentException("line " + lineNo + ": " + quantity + " × " + unitPrice);
        }
        if (discount.minorUnits() < 0 || discount.isMoreThan(unitPrice.times(quantity))) {
            throw new IllegalArgumentException("line " + lineNo + ": discount " + discount);
        }
    }

    /** With that much more taken off. */
    PriceLine less(List<Money> amounts) {
        var more = amounts.stream().reduce(discount, Money::plus);
        return new PriceLine(lineNo, seller, title, unitPrice, quantity, more, taxClass);
    }

    /** Unit price × quantity. */
    public Money worth() {
        return unitPrice.times(quantity);
    }
}
