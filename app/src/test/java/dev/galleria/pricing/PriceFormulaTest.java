package dev.galleria.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PriceFormulaTest {
    private static final SellerId ONE = new SellerId(new UUID(0, 1));
    private static final SellerId TWO = new SellerId(new UUID(0, 2));

    record Cart(
            Currency currency,
            boolean taxIncluded,
            TaxRates rates,
            List<PriceLine> lines,
            List<ParcelShipping> parcels) {
        Quote quote() {
            return PriceFormula.price(new PriceRequest("FR", null, lines, parcels), currency, taxIncluded, rates);
        }
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void noMinorUnitIsCreatedOrLost(@ForAll("carts") Cart cart) {
        var quote = cart.quote();

        var added = cart.taxIncluded() ? Money.zero(cart.currency()) : quote.tax();
        assertThat(quote.total())
                .isEqualTo(quote.subtotal()
                        .minus(quote.discount())
                        .plus(quote.shipping())
                        .plus(added));
        assertThat(sum(cart, quote.parcels().stream().map(QuotedParcel::total).toList()))
                .isEqualTo(quote.total());
        assertThat(sum(cart, quote.parcels().stream().map(QuotedParcel::tax).toList()))
                .isEqualTo(quote.tax());
        assertThat(sum(cart, cart.lines().stream().map(PriceLine::worth).toList()))
                .isEqualTo(quote.subtotal());
        assertThat(quote.total().minorUnits()).isNotNegative();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void aParcelIsTheSumOfItsLinesAndItsShipping(@ForAll("carts") Cart cart) {
        var quote = cart.quote();

        for (var parcel : quote.parcels()) {
            var own = quote.lines().stream()
                    .filter(line -> line.seller().equals(parcel.seller()))
                    .toList();
            var shipping =
                    cart.taxIncluded() ? parcel.shipping() : parcel.shipping().plus(parcel.shippingTax());
            assertThat(sum(cart, own.stream().map(QuotedLine::total).toList()).plus(shipping))
                    .isEqualTo(parcel.total());
            assertThat(sum(cart, own.stream().map(QuotedLine::tax).toList()).plus(parcel.shippingTax()))
                    .isEqualTo(parcel.tax());
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void taxIsAtMostHalfAMinorUnitOffItsExactValue(@ForAll("carts") Cart cart) {
        for (var line : cart.quote().lines()) {
            var net = line.subtotal().minus(line.discount()).minorUnits();
            long whole = cart.taxIncluded() ? 1_000_000L + line.taxRatePpm() : 1_000_000L;
            long error = Math.abs(net * line.taxRatePpm() - line.tax().minorUnits() * whole);
            assertThat(2 * error).isLessThanOrEqualTo(whole);
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void pricingTwiceGivesTheSame(@ForAll("carts") Cart cart) {
        assertThat(cart.quote()).isEqualTo(cart.quote());
    }

    @Example
    void halfACentGoesToTheEvenNeighbor() {
        var rates = new TaxRates(Map.of("standard", 50_000));

        assertThat(single(10, false, rates).tax().minorUnits()).isZero(); // 0.5
        assertThat(single(30, false, rates).tax().minorUnits()).isEqualTo(2); // 1.5
        assertThat(single(50, false, rates).tax().minorUnits()).isEqualTo(2); // 2.5
    }

    @Example
    void includedTaxIsContainedInThePrice() {
        var quote = single(1_200, true, new TaxRates(Map.of("standard", 200_000)));

        assertThat(quote.tax().minorUnits()).isEqualTo(200);
        assertThat(quote.total().minorUnits()).isEqualTo(1_200);
    }

    @Example
    void aPlaceWithoutRatesIsNotTaxed() {
        assertThat(single(1_200, false, new TaxRates(Map.of())).total().minorUnits())
                .isEqualTo(1_200);
    }

    @Example
    void everyFigureIsExplained() {
        var quote = single(1_200, false, new TaxRates(Map.of("standard", 200_000)));

        assertThat(quote.explanation())
                .extracting(Step::kind)
                .containsExactly(
                        Step.Kind.LINE,
                        Step.Kind.TAX_ADDED,
                        Step.Kind.SHIPPING,
                        Step.Kind.TAX_ADDED,
                        Step.Kind.SUBTOTAL,
                        Step.Kind.TOTAL);
    }

    @Example
    void anAmountThatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> single(Long.MAX_VALUE / 2, 99, new TaxRates(Map.of())))
                .isInstanceOf(ArithmeticException.class);
    }

    @Example
    void aLineCannotCostLessThanNothing() {
        var price = Money.of("1.00", "EUR");

        assertThatThrownBy(() -> new PriceLine(1, ONE, "Vase", price, 1, Money.of("1.01", "EUR"), "standard"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PriceLine(1, ONE, "Vase", price, 0, Money.of("0.00", "EUR"), "standard"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<Cart> carts() {
        var currencies = Arbitraries.of("JPY", "EUR", "KWD").map(Currency::getInstance);
        var rates = Combinators.combine(rate(), rate())
                .as((standard, reduced) -> new TaxRates(Map.of("standard", standard, "reduced", reduced)));
        return Combinators.combine(currencies, Arbitraries.of(true, false), rates)
                .flatAs((currency, included, tax) -> cart(currency, included, tax));
    }

    private static Arbitrary<Cart> cart(Currency currency, boolean included, TaxRates rates) {
        var amounts = Arbitraries.longs().between(0, 10_000_000);
        var line = Combinators.combine(
                        Arbitraries.of(ONE, TWO),
                        amounts,
                        Arbitraries.integers().between(1, 99),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of("standard", "reduced", "zero"))
                .as((seller, unit, quantity, percent, taxClass) -> new PriceLine(
                        1,
                        seller,
                        "Vase",
                        new Money(unit, currency),
                        quantity,
                        new Money(unit, currency).times(quantity).ratio(percent, 100),
                        taxClass));
        return Combinators.combine(line.list().ofMinSize(1).ofMaxSize(15), amounts)
                .as((lines, shipping) -> {
                    var numbered = new ArrayList<PriceLine>();
                    for (var each : lines) {
                        numbered.add(new PriceLine(
                                numbered.size() + 1,
                                each.seller(),
                                each.title(),
                                each.unitPrice(),
                                each.quantity(),
                                each.discount(),
                                each.taxClass()));
                    }
                    var sellers = new LinkedHashSet<>(
                            lines.stream().map(PriceLine::seller).toList());
                    var parcels = sellers.stream()
                            .map(seller -> new ParcelShipping(seller, new Money(shipping, currency)))
                            .toList();
                    return new Cart(currency, included, rates, numbered, parcels);
                });
    }

    private static Arbitrary<Integer> rate() {
        return Arbitraries.integers().between(0, 300_000);
    }

    private static Money sum(Cart cart, List<Money> amounts) {
        return amounts.stream().reduce(Money.zero(cart.currency()), Money::plus);
    }

    private static Quote single(long minor, boolean taxIncluded, TaxRates rates) {
        return single(minor, 1, taxIncluded, rates);
    }

    private static Quote single(long minor, int quantity, TaxRates rates) {
        return single(minor, quantity, false, rates);
    }

    private static Quote single(long minor, int quantity, boolean taxIncluded, TaxRates rates) {
        var euro = Currency.getInstance("EUR");
        var line = new PriceLine(1, ONE, "Vase", new Money(minor, euro), quantity, Money.zero(euro), "standard");
        var parcel = new ParcelShipping(ONE, Money.zero(euro));
        return new Cart(euro, taxIncluded, rates, List.of(line), List.of(parcel)).quote();
    }
}
