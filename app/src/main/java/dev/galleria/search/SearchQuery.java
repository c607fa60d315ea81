package dev.galleria.search;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.PriceSpan;
import dev.galleria.platform.Exchange;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper looks for: words (at most {@value #LONGEST} characters, no operators) and the filters of a listing. Words that
 * cannot be searched for are left out.
 *
 * @param exchange to the currency of the filters' prices; null where that is the marketplace's own
 */
public record SearchQuery(String words, ListingQuery filters, @Nullable Exchange exchange) {
    /** Longer queries are cut: nobody means more. */
    public static final int LONGEST = 200;

    public SearchQuery(String words, ListingQuery filters) {
        this(words, filters, null);
    }

    /** Reads what was typed: control characters and everything but letters and digits separate words. */
    public static SearchQuery of(@Nullable String typed, ListingQuery filters) {
        var text = typed == null ? "" : typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var words = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}'’.-]+", " ")
                .strip();
        return new SearchQuery(words, filters);
    }

    /** The same words with other filters. */
    public SearchQuery with(ListingQuery other) {
        return new SearchQuery(words, other, exchange);
    }

    /** The same with prices in the currency that the exchange leads to, in the filters and in the facets. */
    public SearchQuery priced(Exchange shoppers) {
        return new SearchQuery(words, filters, shoppers.same() ? null : shoppers);
    }

    /** The filters with prices as the index and the database know them: in the marketplace's own currency. */
    ListingQuery own() {
        return exchange == null ? filters : filters.withPrices(ownPrices()).withPage(filters.page());
    }

    /** The prices that are asked for in the marketplace's own currency: all that are shown within those in the shopper's. */
    List<PriceSpan> ownPrices() {
        var shoppers = exchange;
        return shoppers == null
                ? filters.prices()
                : filters.prices().stream()
                        .map(span -> new PriceSpan(
                                span.from() == null ? null : (Long) shoppers.least(span.from()),
                                span.to() == null ? null : (Long) shoppers.most(span.to())))
                        .toList();
    }

    /** Whether there is anything to search for. */
    public boolean hasWords() {
        return !words.isEmpty();
    }
}
