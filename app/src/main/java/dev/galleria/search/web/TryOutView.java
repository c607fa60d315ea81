package dev.galleria.search.web;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.search.Factor;
import dev.galleria.search.Reason;
import dev.galleria.search.Search;
import dev.galleria.search.SearchQuery;
import dev.galleria.search.SearchResult;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** What shoppers would find for some words, and why in that order. Nothing of it is counted. */
@Named
@RequestScoped
public class TryOutView {
    private static final int MOST = 24;

    @Inject
    Search search;

    @Inject
    SearchOffice office;

    @Inject
    OfficeTexts texts;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    private SearchQuery query = SearchQuery.of("", ListingQuery.all());
    private Locale locale = Locale.ENGLISH;
    private SearchResult found = SearchResult.nothing();
    private List<Row> rows = List.of();

    /** A product at its place, with its points in all and by factor. */
    public record Row(int place, String title, String slug, String total, List<String> points, String rule) {}

    /** Looks for what stands in the address: {@code q}, and {@code in} for the language. */
    public void load() {
        office.require();
        var wanted = Faces.getRequestParameter("in");
        locale = tenancy.current().locales().stream()
                .filter(one -> one.getLanguage().equals(wanted))
                .findFirst()
                .orElse(visit.locale());
        query = SearchQuery.of(
                Faces.getRequestParameter("q"), ListingQuery.all().withSize(MOST));
        if (query.hasWords()) {
            found = search.search(query, locale);
            rows = rows();
        }
    }

    private List<Row> rows() {
        Map<ProductId, Reason> reasons = new HashMap<>();
        if (!found.reduced()) {
            search.why(query, locale).forEach(reason -> reasons.put(reason.product(), reason));
        }
        var products = found.listing().products();
        return IntStream.range(0, products.size())
                .mapToObj(i ->
                        row(i + 1, products.get(i), reasons.get(products.get(i).id())))
                .toList();
    }

    private Row row(int place, ProductSummary product, @Nullable Reason reason) {
        if (reason == null) {
            return new Row(place, product.title(), product.slug(), "", List.of(), "");
        }
        return new Row(
                place,
                product.title(),
                product.slug(),
                tenths(reason.total()),
                Arrays.stream(Factor.values())
                        .map(factor -> tenths(reason.tenths().get(factor)))
                        .toList(),
                reason.rule() == null ? "" : texts.format("why.rule." + reason.rule(), reason.by()));
    }

    private String tenths(long number) {
        return NumberFormatter.withLocale(visit.locale())
                .precision(Precision.fixedFraction(1))
                .format(BigDecimal.valueOf(number, 1))
                .toString();
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<String> getFactors() {
        return Arrays.stream(Factor.values())
                .map(factor -> texts.get("why." + factor))
                .toList();
    }

    public String getWords() {
        return query.words();
    }

    /** As they stand in an address. */
    public String getEncodedWords() {
        return URLEncoder.encode(query.words(), StandardCharsets.UTF_8);
    }

    public String getLanguage() {
        return locale.getLanguage();
    }

    public boolean isAsked() {
        return query.hasWords();
    }

    /** How many there are in all, or that there are none. */
    public String getSummary() {
        return found.nearest() || found.listing().total() == 0
                ? texts.get("search.office.tryNothing")
                : texts.format("listing.count", found.listing().total());
    }
}
