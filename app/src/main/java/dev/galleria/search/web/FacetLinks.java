package dev.galleria.search.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.NumberSpan;
import dev.galleria.catalog.PriceSpan;
import dev.galleria.platform.NumberText;
import dev.galleria.platform.Texts;
import dev.galleria.search.Facets;
import dev.galleria.search.SearchQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns what was counted into links that filter, and what is filtered into links that stop it. */
final class FacetLinks {
    private static final int OPEN_FACTS = 4;

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
                .map(one -> link(one.title(), one.count(), filters().withCategory(one.slug()), one.chosen(), null))
                .toList();
    }

    /** Everything but departments and prices. */
    List<FacetGroup> groups(Facets facets, boolean withBrands) {
        var groups = new ArrayList<FacetGroup>();
        add(groups, "listing.stock", stock(facets), true);
        if (withBrands) {
            add(groups, "listing.brand", brands(facets), true);
        }
        for (var fact : facets.facts()) {
            var links = fact(fact);
            if (!links.isEmpty()) {
                groups.add(FacetGroup.of(title(fact), links, groups.size() < OPEN_FACTS));
            }
        }
        add(groups, "listing.rating", stars(facets), false);
        if (facets.sellers().size() > 1 || !filters().sellers().isEmpty()) {
            add(groups, "listing.seller", sellers(facets), false);
        }
        return groups;
    }

    private void add(List<FacetGroup> groups, String title, List<FacetLink> links, boolean open) {
        if (!links.isEmpty()) {
            groups.add(FacetGroup.of(Texts.of(locale, title), links, open));
        }
    }

    private List<FacetLink> brands(Facets facets) {
        return facets.brands().stream()
                .map(one -> link(
                        one.title(),
                        one.count(),
                        filters().withBrands(toggled(filters().brands(), one.slug())),
                        one.chosen(),
                        null))
                .toList();
    }

    private List<FacetLink> sellers(Facets facets) {
        return facets.sellers().stream()
                .map(one -> link(
                        one.title(),
                        one.count(),
                        filters().withSellers(toggled(filters().sellers(), one.slug())),
                        one.chosen(),
                        null))
                .toList();
    }

    List<FacetLink> prices(Facets facets) {
        return facets.prices().stream().map(this::price).toList();
    }

    private List<FacetLink> stars(Facets facets) {
        return facets.stars().stream()
                .map(one -> link(
                        Texts.of(locale, "listing.stars", one.atLeast()),
                        one.count(),
                        filters().withMinStars(one.chosen() ? 0 : one.atLeast()),
                        one.chosen(),
                        null))
                .toList();
    }

    private List<FacetLink> stock(Facets facets) {
        boolean only = filters().inStock();
        return facets.inStock() == 0 && !only
                ? List.of()
                : List.of(link(
                        Texts.of(locale, "listing.inStock"),
                        facets.inStock(),
                        filters().withInStock(!only),
                        only,
                        null));
    }

    private List<FacetLink> fact(Facets.OfFact fact) {
        var chosen = filters().facts().getOrDefault(fact.code(), new TreeSet<>());
        return fact.choices().stream()
                .map(one -> link(
                        value(fact, one),
                        one.count(),
                        filters().withFact(fact.code(), toggled(chosen, one.slug())),
                        one.chosen(),
                        one.swatch()))
                .toList();
    }

    private String title(Facets.OfFact fact) {
        return fact.kind() == Fact.Kind.NUMBER && fact.unit() != null
                ? Texts.of(locale, "listing.withUnit", fact.label(), fact.unit())
                : fact.label();
    }

    /** A value as people read it: "15.6 in", "10 – 20 cm", "Yes", "Linen". */
    String value(Facets.OfFact fact, Facets.Choice choice) {
        return switch (fact.kind()) {
            case FLAG -> Texts.of(locale, "listing.yes");
            case NUMBER ->
                NumberSpan.read(choice.slug())
                        .map(span -> numbers(span, fact.unit()))
                        .orElseGet(() -> number(new BigDecimal(choice.slug())) + unit(fact.unit()));
            default -> choice.title();
        };
    }

    private String numbers(NumberSpan span, @Nullable String unit) {
        if (span.from() == null) {
            return Texts.of(locale, "listing.upTo", number(span.to()) + unit(unit));
        }
        if (span.to() == null) {
            return Texts.of(locale, "listing.over", number(span.from()) + unit(unit));
        }
        return span.from().compareTo(span.to()) == 0
                ? number(span.from()) + unit(unit)
                : Texts.of(locale, "listing.between", number(span.from()), number(span.to()) + unit(unit));
    }

    private String number(BigDecimal number) {
        return NumberText.of(number, locale);
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? "" : "\u00a0" + unit;
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
        var span = new PriceSpan(range.from(), range.to() == null ? null : Long.valueOf(range.to() - 1));
        var spans = new ArrayList<>(filters().prices());
        if (!spans.remove(span)) {
            spans.add(span);
        }
        return link(range(range.from(), range.to()), range.count(), filters().withPrices(spans), range.chosen(), null);
    }

    private FacetLink link(String text, long count, ListingQuery wanted, boolean chosen, @Nullable String swatch) {
        return new FacetLink(
                text, NumberText.of(count, locale), address.of(new SearchQuery(query.words(), wanted)), chosen, swatch);
    }

    /** With the value if it was not there, without it if it was. */
    static SortedSet<String> toggled(Set<String> values, String value) {
        var toggled = new TreeSet<>(values);
        if (!toggled.remove(value)) {
            toggled.add(value);
        }
        return toggled;
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
