package dev.galleria.ledger;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;

/** What a buyer pays for one seller's part of an order, taxes told apart: goods + shipping + tax is the part's total. */
public record Share(SellerId seller, Money goods, Money shipping, Money tax) {

    /**
     * From a part's figures.
     *
     * @param shipping as listed; it holds its tax where prices include tax
     * @param tax of goods and shipping together
     * @param total what the buyer pays, tax included
     */
    public static Share of(
            SellerId seller, Money total, Money shipping, Money shippingTax, Money tax, boolean taxIncluded) {
        var net = total.minus(tax);
        var sending = taxIncluded ? shipping.minus(shippingTax) : shipping;
        // A discount that is greater than the goods is one on the shipping.
        var goods = net.minus(sending);
        return goods.minorUnits() < 0
                ? new Share(seller, Money.zero(net.currency()), net, tax)
                : new Share(seller, goods, sending, tax);
    }

    public Money total() {
        return goods.plus(shipping).plus(tax);
    }
}
