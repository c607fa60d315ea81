package dev.galleria.pricing;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one formula for what a cart costs. Integer minor units only; tax is rounded half-even once per line and once per
 * parcel's shipping, after all deductions, and every sum is a sum of those rounded figures, so nothing is created or lost.
 */
final class PriceFormula {
    private static final long WHOLE = 1_000_000;

    private final boolean taxIncluded;
    private final TaxRates rates;
    private final Money nothing;
    private final List<Step> steps = new ArrayList<>();

    private PriceFormula(Currency currency, boolean taxIncluded, TaxRates rates) {
        this.taxIncluded = taxIncluded;
        this.rates = rates;
        this.nothing = Money.zero(currency);
    }

    /** An amount that does not fit in a long is an ArithmeticException. */
    static Quote price(PriceRequest request, Currency currency, boolean taxIncluded, TaxRates rates) {
        return new PriceFormula(currency, taxIncluded, rates).price(request);
    }

    private Quote price(PriceRequest request) {
        var lines = request.lines().stream()
                .map(line -> reduced(line, request.deductions()))
                .map(this::line)
                .toList();
        var bySeller = new LinkedHashMap<SellerId, List<QuotedLine>>();
        lines.forEach(line -> bySeller.computeIfAbsent(line.seller(), seller -> new ArrayList<>())
                .add(line));
        var shipping = shippingBySeller(request.parcels().stream()
                .map(parcel -> reduced(parcel, request.deductions()))
                .toList());
        request.deductions().forEach(this::tell);
        if (!bySeller.keySet().equals(shipping.keySet())) {
            throw new IllegalArgumentException("each seller with lines has exactly one parcel");
        }
        var parcels = new ArrayList<QuotedParcel>();
        bySeller.forEach((seller, own) -> parcels.add(parcel(seller, own, shipping.get(seller))));
        return sum(lines, parcels, request.deductions());
    }

    /** More than the line is worth is refused by the line itself. */
    private static PriceLine reduced(PriceLine line, List<Deduction> deductions) {
        return line.less(deductions.stream().map(one -> one.off(line)).toList());
    }

    private static ParcelShipping reduced(ParcelShipping parcel, List<Deduction> deductions) {
        var price = deductions.stream().map(one -> one.off(parcel)).reduce(parcel.price(), Money::minus);
        return new ParcelShipping(parcel.seller(), price);
    }

    private void tell(Deduction deduction) {
        var off = deduction.total(nothing);
        var kind = deduction.lines().isEmpty() ? Step.Kind.SHIPPING_PROMOTION : Step.Kind.PROMOTION;
        steps.add(new Step(kind, deduction.name(), 1, off, off));
    }

    private QuotedLine line(PriceLine line) {
        var worth = line.worth();
        steps.add(new Step(Step.Kind.LINE, line.title(), line.quantity(), line.unitPrice(), worth));
        var net = worth.minus(line.discount());
        if (!line.discount().isZero()) {
            steps.add(new Step(Step.Kind.DISCOUNT, line.title(), 1, line.discount(), net));
        }
        int rate = rates.of(line.taxClass());
        var tax = tax(line.title(), net, rate);
        return new QuotedLine(
                line.lineNo(),
                line.seller(),
                line.quantity(),
                line.unitPrice(),
                worth,
                line.discount(),
                rate,
                tax,
                taxIncluded ? net : net.plus(tax));
    }

    private QuotedParcel parcel(SellerId seller, List<QuotedLine> lines, Money shipping) {
        var subject = seller.value().toString();
        steps.add(new Step(Step.Kind.SHIPPING, subject, 1, shipping, shipping));
        int rate = rates.of(TaxRates.SHIPPING);
        var shippingTax = tax(subject, shipping, rate);
        var total = taxIncluded ? shipping : shipping.plus(shippingTax);
        var subtotal = nothing;
        var discount = nothing;
        var tax = shippingTax;
        for (var line : lines) {
            subtotal = subtotal.plus(line.subtotal());
            discount = discount.plus(line.discount());
            tax = tax.plus(line.tax());
            total = total.plus(line.total());
        }
        return new QuotedParcel(seller, subtotal, discount, shipping, rate, shippingTax, tax, total);
    }

    private Quote sum(List<QuotedLine> lines, List<QuotedParcel> parcels, List<Deduction> deductions) {
        var subtotal = nothing;
        var discount = nothing;
        var shipping = nothing;
        var tax = nothing;
        for (var parcel : parcels) {
            subtotal = subtotal.plus(parcel.subtotal());
            discount = discount.plus(parcel.discount());
            shipping = shipping.plus(parcel.shipping());
            tax = tax.plus(parcel.tax());
        }
        var goods = subtotal.minus(discount).plus(shipping);
        var total = taxIncluded ? goods : goods.plus(tax);
        steps.add(new Step(Step.Kind.SUBTOTAL, "", 1, subtotal, subtotal));
        steps.add(new Step(Step.Kind.TOTAL, "", 1, subtotal, total));
        return new Quote(
                lines,
                List.copyOf(parcels),
                subtotal,
                discount,
                shipping,
                tax,
                taxIncluded,
                total,
                List.copyOf(steps),
                List.copyOf(deductions));
    }

    private Money tax(String subject, Money amount, int rate) {
        var tax = taxIncluded ? amount.ratio(rate, WHOLE + rate) : amount.partsPerMillion(rate);
        if (rate > 0) {
            var kind = taxIncluded ? Step.Kind.TAX_INCLUDED : Step.Kind.TAX_ADDED;
            steps.add(new Step(kind, subject, rate, amount, tax));
        }
        return tax;
    }

    private static Map<SellerId, Money> shippingBySeller(List<ParcelShipping> parcels) {
        var shipping = new LinkedHashMap<SellerId, Money>();
        for (var parcel : parcels) {
            if (parcel.price().minorUnits() < 0 || shipping.put(parcel.seller(), parcel.price()) != null) {
                throw new IllegalArgumentException("parcel of " + parcel.seller());
            }
        }
        return shipping;
    }
}
