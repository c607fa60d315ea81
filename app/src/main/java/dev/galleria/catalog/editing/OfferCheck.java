package dev.galleria.catalog.editing;

import dev.galleria.platform.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What terms must be to be offered. */
final class OfferCheck {
    /** In minor units: ten million of a currency with cents. Sums of carts must stay far from overflow. */
    private static final long HIGHEST = 1_000_000_000;

    private static final int LONGEST_HANDLING = 60;
    private static final Duration LONGEST_SALE = Duration.ofDays(366);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private OfferCheck() {}

    /** Moments to the second, as they are sold. */
    static OfferTerms normalized(OfferTerms terms) {
        var sale = terms.sale();
        return new OfferTerms(
                terms.price(),
                terms.listPrice(),
                sale == null
                        ? null
                        : new OfferTerms.Sale(
                                sale.price(), DraftCheck.toSecond(sale.from()), DraftCheck.toSecond(sale.until())),
                terms.handlingDays(),
                terms.active());
    }

    static void check(OfferTerms terms, String pointer, Currency currency, Faults faults) {
        amount(pointer + "/price", terms.price(), currency, faults);
        var list = terms.listPrice();
        if (list != null && amount(pointer + "/listPrice", list, currency, faults) && sameCurrency(terms, currency)) {
            if (!list.isMoreThan(terms.price())) {
                faults.add(pointer + "/listPrice", "list-not-higher");
            }
        }
        var sale = terms.sale();
        if (sale != null) {
            sale(sale, terms, pointer + "/sale", currency, faults);
        }
        if (terms.handlingDays() < 0 || terms.handlingDays() > LONGEST_HANDLING) {
            faults.add(pointer + "/handlingDays", "range", 0, LONGEST_HANDLING);
        }
    }

    private static void sale(OfferTerms.Sale sale, OfferTerms terms, String pointer, Currency currency, Faults faults) {
        if (amount(pointer + "/price", sale.price(), currency, faults)
                && sameCurrency(terms, currency)
                && !terms.price().isMoreThan(sale.price())) {
            faults.add(pointer + "/price", "sale-not-lower");
        }
        boolean sensible =
                moment(pointer + "/from", sale.from(), faults) & moment(pointer + "/until", sale.until(), faults);
        if (sensible && !sale.until().isAfter(sale.from())) {
            faults.add(pointer + "/until", "ends-before-it-begins");
        } else if (sensible && Duration.between(sale.from(), sale.until()).compareTo(LONGEST_SALE) > 0) {
            faults.add(pointer + "/until", "sale-too-long", LONGEST_SALE.toDays());
        }
    }

    private static boolean sameCurrency(OfferTerms terms, Currency currency) {
        return terms.price().currency().equals(currency);
    }

    private static boolean amount(String pointer, Money amount, Currency currency, Faults faults) {
        if (!amount.currency().equals(currency)) {
            faults.add(pointer, "currency", currency.getCurrencyCode());
            return false;
        }
        if (amount.minorUnits() <= 0 || amount.minorUnits() > HIGHEST) {
            faults.add(
                    pointer,
                    "amount",
                    new Money(1, currency).amount().toPlainString(),
                    new Money(HIGHEST, currency).amount().toPlainString());
            return false;
        }
        return true;
    }

    /** Within what a calendar of this century and the next holds. */
    static boolean moment(String pointer, @Nullable Instant moment, Faults faults) {
        if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
            faults.add(pointer, "moment");
            return false;
        }
        return true;
    }
}
