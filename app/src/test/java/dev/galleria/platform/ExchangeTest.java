package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ExchangeTest {
    private static final List<Currency> CURRENCIES = List.of("EUR", "USD", "CHF", "JPY", "KWD").stream()
            .map(Currency::getInstance)
            .toList();

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.MIXIN)
    void keepsTheOrderOfPricesAndNeverGivesAnythingAway(
            @ForAll("exchanges") Exchange exchange,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long one,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more) {
        var low = exchange.convert(new Money(one, exchange.from()));
        var high = exchange.convert(new Money(one + more, exchange.from()));

        assertThat(low).isLessThanOrEqualTo(high);
        assertThat(low.isZero()).isEqualTo(one == 0);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.MIXIN)
    void theBoundsOfAQueryAreExactlyThoseOfWhatIsShown(
            @ForAll("exchanges") Exchange exchange, @ForAll @LongRange(min = 0, max = 10_000_000) long shown) {
        long least = exchange.least(shown);
        long most = exchange.most(shown);

        assertThat(minor(exchange, least)).isGreaterThanOrEqualTo(shown);
        assertThat(minor(exchange, most + 1)).isGreaterThan(shown);
        if (least > 0) {
            assertThat(minor(exchange, least - 1)).isLessThan(shown);
        }
        assertThat(minor(exchange, Math.max(0, most))).isLessThanOrEqualTo(shown);
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void exactConversionIsOffByHalfAMinorUnitAtMost(
            @ForAll("exchanges") Exchange any, @ForAll @LongRange(min = 1, max = 1_000_000_000) long minor) {
        var exchange = new Exchange(any.from(), any.to(), any.rate(), Ending.EXACT);
        var amount = new Money(minor, exchange.from());
        var exact = amount.amount().multiply(exchange.rate());
        var unit = BigDecimal.ONE.movePointLeft(exchange.to().getDefaultFractionDigits());
        var converted = exchange.convert(amount).amount();

        assertThat(converted.subtract(exact).abs().multiply(BigDecimal.valueOf(2)))
                .satisfiesAnyOf(off -> assertThat(off).isLessThanOrEqualTo(unit), off -> assertThat(converted)
                        .isEqualByComparingTo(unit));
    }

    @Example
    void currenciesOfNoneTwoAndThreeDecimals() {
        assertThat(converted("12.50", "EUR", "JPY", "163.2", Ending.EXACT)).isEqualTo("2040 JPY");
        assertThat(converted("12.50", "EUR", "KWD", "0.3311", Ending.EXACT)).isEqualTo("4.139 KWD");
        assertThat(converted("2040", "JPY", "EUR", "0.0061275", Ending.EXACT)).isEqualTo("12.50 EUR");
        assertThat(converted("4.139", "KWD", "JPY", "493", Ending.EXACT)).isEqualTo("2041 JPY");
        assertThat(converted("0.01", "EUR", "JPY", "1.1", Ending.EXACT)).isEqualTo("1 JPY");
        assertThat(converted("0.00", "EUR", "JPY", "163.2", Ending.WHOLE)).isEqualTo("0 JPY");
    }

    @Example
    void pricesEndAsTheyShould() {
        assertThat(converted("12.50", "EUR", "CHF", "0.9381", Ending.EXACT)).isEqualTo("11.73 CHF");
        assertThat(converted("12.50", "EUR", "CHF", "0.9381", Ending.FIVE_HUNDREDTHS))
                .isEqualTo("11.75 CHF");
        assertThat(converted("12.50", "EUR", "CHF", "0.9381", Ending.NINETY_FIVE))
                .isEqualTo("11.95 CHF");
        assertThat(converted("12.50", "EUR", "CHF", "0.9381", Ending.NINETY_NINE))
                .isEqualTo("11.99 CHF");
        assertThat(converted("12.50", "EUR", "CHF", "0.9381", Ending.WHOLE)).isEqualTo("12.00 CHF");
        assertThat(converted("12.34", "EUR", "USD", "1", Ending.NINETY_NINE)).isEqualTo("11.99 USD");
        assertThat(converted("12.50", "EUR", "USD", "1", Ending.NINETY_NINE)).isEqualTo("12.99 USD");
        assertThat(converted("0.10", "EUR", "USD", "1", Ending.NINETY_NINE)).isEqualTo("0.99 USD");
        assertThat(converted("0.10", "EUR", "USD", "1", Ending.WHOLE)).isEqualTo("1.00 USD");
        assertThat(converted("0.01", "EUR", "CHF", "0.9381", Ending.FIVE_HUNDREDTHS))
                .isEqualTo("0.05 CHF");
        assertThat(converted("12.50", "EUR", "KWD", "0.3311", Ending.NINETY_FIVE))
                .isEqualTo("3.950 KWD");
        assertThat(Ending.NINETY_NINE.fits(0)).isFalse();
        assertThat(Ending.WHOLE.fits(0)).isTrue();
    }

    @Example
    void worthIsTheRateAlone() {
        var exchange = exchange("EUR", "CHF", "0.9381", Ending.NINETY_FIVE);

        assertThat(exchange.worth(Money.of("11.95", "CHF"))).hasToString("12.74 EUR");
        assertThat(exchange("EUR", "JPY", "163.2", Ending.EXACT).worth(Money.of("2040", "JPY")))
                .hasToString("12.50 EUR");
        assertThatThrownBy(() -> exchange.worth(Money.of("1", "EUR"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> exchange.convert(Money.of("1", "CHF"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void ratesThatMakePricesVanishOrUncountableAreNone() {
        assertThat(usable("EUR", "CHF", "0.9381")).isTrue();
        assertThat(usable("EUR", "CHF", "0")).isFalse();
        assertThat(usable("EUR", "CHF", "-1")).isFalse();
        assertThat(usable("EUR", "CHF", "1000000")).isTrue();
        assertThat(usable("EUR", "CHF", "1000000.1")).isFalse();
        assertThat(usable("EUR", "CHF", "1E+900000000")).isFalse();
        assertThat(usable("EUR", "CHF", "1E-900000000")).isFalse();
        assertThat(usable("EUR", "CHF", "0.0000000000001")).isFalse();
    }

    @Example
    void aCurrencyInItselfIsItself() {
        var none = Exchange.none(CURRENCIES.get(0));

        assertThat(none.convert(Money.of("12.34", "EUR"))).isEqualTo(Money.of("12.34", "EUR"));
        assertThat(none.least(7)).isEqualTo(7);
        assertThat(none.most(7)).isEqualTo(7);
    }

    @Provide
    Arbitrary<Exchange> exchanges() {
        var rates = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("2000"))
                .ofScale(6);
        return Combinators.combine(
                        Arbitraries.of(CURRENCIES), Arbitraries.of(CURRENCIES), rates, Arbitraries.of(Ending.class))
                .as(Exchange::new)
                .filter(exchange -> !exchange.same()
                        && Exchange.usable(exchange.from(), exchange.to(), exchange.rate())
                        && exchange.ending().fits(exchange.to().getDefaultFractionDigits()));
    }

    private static long minor(Exchange exchange, long own) {
        return exchange.convert(new Money(own, exchange.from())).minorUnits();
    }

    private static String converted(String amount, String from, String to, String rate, Ending ending) {
        return exchange(from, to, rate, ending).convert(Money.of(amount, from)).toString();
    }

    private static Exchange exchange(String from, String to, String rate, Ending ending) {
        return new Exchange(Currency.getInstance(from), Currency.getInstance(to), new BigDecimal(rate), ending);
    }

    private static boolean usable(String from, String to, String rate) {
        return Exchange.usable(Currency.getInstance(from), Currency.getInstance(to), new BigDecimal(rate));
    }
}
