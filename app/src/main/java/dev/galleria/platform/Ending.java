package dev.galleria.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How converted prices end. Every rule keeps the order of prices, and what costs something never becomes free. */
public enum Ending {
    /** To the minor unit, half-even. */
    EXACT("", 0, 0),
    /** To the nearest 0.05, for currencies whose smallest coin is that. */
    FIVE_HUNDREDTHS("0.05", 5, 0),
    /** To the nearest price that ends in .95. */
    NINETY_FIVE("0.95", 100, 95),
    /** To the nearest price that ends in .99. */
    NINETY_NINE("0.99", 100, 99),
    /** To the nearest whole. */
    WHOLE("1", 100, 0);

    private final String sign;
    private final BigDecimal step;
    private final BigDecimal end;

    Ending(String sign, int step, int end) {
        this.sign = sign;
        this.step = BigDecimal.valueOf(step, 2);
        this.end = BigDecimal.valueOf(end, 2);
    }

    /** What stands for it beside a currency: "0.95"; empty for the exact one. */
    public String sign() {
        return sign;
    }

    /** Whether a currency with so many decimals has such prices. */
    public boolean fits(int decimals) {
        return this == EXACT || this == WHOLE || decimals >= 2;
    }

    /** The price in major units that an exact amount of at least 0 becomes, in a currency with so many decimals. */
    BigDecimal of(BigDecimal exact, int decimals) {
        if (exact.signum() == 0) {
            return exact.setScale(decimals);
        }
        if (this == EXACT || !fits(decimals)) {
            return exact.setScale(decimals, RoundingMode.HALF_EVEN).max(BigDecimal.ONE.movePointLeft(decimals));
        }
        var steps = exact.subtract(end).divide(step, 0, RoundingMode.HALF_UP).max(BigDecimal.ZERO);
        var price = steps.multiply(step).add(end);
        return (price.signum() == 0 ? step : price).setScale(decimals);
    }
}
