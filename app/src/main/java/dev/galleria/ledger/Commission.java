package dev.galleria.ledger;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;

/**
 * How a seller's part of an order is divided. The fee is taken of the goods without tax and shipping, rounded half-even to the
 * minor unit; what is left of the goods is the seller's, so that fee and share are the goods exactly.
 *
 * @param basisPoints hundredths of a percent, 0..10000
 */
public record Commission(SellerId seller, int basisPoints, Money goods, Money fee, Money share) {
    /** All of it. */
    public static final int WHOLE = 10_000;

    /** Pure: the same part and rate always give the same. A rate outside 0..10000 is an IllegalArgumentException. */
    public static Commission of(Share part, int basisPoints) {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("commission of " + basisPoints + " basis points");
        }
        var fee = part.goods().ratio(basisPoints, WHOLE);
        return new Commission(
                part.seller(), basisPoints, part.goods(), fee, part.goods().minus(fee));
    }

    /** The same in minor units, as it is kept with the transaction. */
    Explained explained() {
        return new Explained(seller.toString(), basisPoints, goods.minorUnits(), fee.minorUnits(), share.minorUnits());
    }

    /** How a fee came about: {@code fee = goods × basisPoints ÷ 10000}, half-even; {@code share = goods − fee}. */
    public record Explained(String seller, int basisPoints, long goodsMinor, long feeMinor, long shareMinor) {}
}
