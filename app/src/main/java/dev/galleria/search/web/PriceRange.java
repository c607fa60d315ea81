package dev.galleria.search.web;

import dev.galleria.catalog.ListingQuery;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The one range of prices that is asked for, in major units as the fields for it show and send them. */
record PriceRange(@Nullable String min, @Nullable String max) {

    /** None if no range or several are asked for. */
    static PriceRange of(ListingQuery filters, Currency currency) {
        if (filters.prices().size() != 1) {
            return new PriceRange(null, null);
        }
        var span = filters.prices().get(0);
        return new PriceRange(major(span.from(), currency), major(span.to(), currency));
    }

    private static @Nullable String major(@Nullable Long minor, Currency currency) {
        return minor == null
                ? null
                : BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
