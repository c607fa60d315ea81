package dev.galleria.search.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.platform.Texts;
import dev.galleria.search.Facets;
import dev.galleria.search.SearchQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what was counted into links that filter, and what is filtered into links that stop it. */
final class FacetLinks {
    private final SearchQuery query;
    private final ListingAddress address;
    private final Locale locale;

    FacetLinks(SearchQuery query, ListingAddress address, Locale locale) {
        this.query = query;
        this.address = address;
        this.locale = locale;
    }

    List<FacetLink> categories(Facets facets) {
        return facets.categories().stream()
                .map(one -> link(one.title(), one.count(), filters().withCategory(one.slug()), one.chosen()))
                .toList();
    }

    List<FacetLink> brands(Facets facets) {
        return facets.brands().stream()
                .map(one -> link(
                        one.title(), one.count(), filters().withBrand(one.chosen() ? null : one.slug()), one.chosen()))
                .toList();
    }

    List<FacetLink> prices(Facets facets) {
        return facets.prices().stream().map(this::price).toList();
    }

    List<FacetLink> stars(Facets facets) {
        return facets.stars().stream()
                .map(one -> link(
                        Texts.of(locale, "listing.stars", one.atLeast()),
                        one.count(),
                        filters().withMinStars(one.chosen() ? 0 : one.atLeast()),
                        one.chosen()))
                .toList();
    }

    List<FacetLink> stock(Facets facets) {
        boolean only = filters().inStock();
        return facets.inStock() == 0 && !only
                ? List.of()
                : List.of(link(
                        Texts.of(locale, "listing.inStock"),
                        facets.inStock(),
                        filters().withInStock(!only),
                        only));
    }

    /** A range of prices in words; both ends are in minor units, the upper one is not included. */
    String range(@Nullable Long from, @Nullable Long to) {
        if (from == null) {
            return to == null ? Texts.of(locale, "listing.price") : Texts.of(locale, "listing.under", amount(to));
        }
        return to == null
                ? Texts.of(locale, "listing.over", amount(from))
                : Texts.of(locale, "listing.between", amount(from), amount(to));
    }

    private FacetLink price(Facets.PriceRange range) {
        var wanted = range.chosen()
                ? filters().withPrices(null, null)
                : filters().withPrices(range.from(), range.to() == null ? null : Long.valueOf(range.to() - 1));
        return link(range(range.from(), range.to()), range.count(), wanted, range.chosen());
    }

    private FacetLink link(String text, long count, ListingQuery wanted, boolean chosen) {
        return new FacetLink(
                text,
                NumberFormatter.withLocale(locale).format(count).toString(),
                address.of(new SearchQuery(query.words(), wanted)),
                chosen);
    }

    private ListingQuery filters() {
        return query.filters();
    }

    /** Without decimals where there are none to tell. */
    private String amount(long minor) {
        var currency = address.currency();
        var amount = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        return NumberFormatter.withLocale(locale)
                .unit(com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode()))
                .precision(whole ? Precision.integer() : Precision.fixedFraction(currency.getDefaultFractionDigits()))
                .format(amount)
                .toString();
    }
}
