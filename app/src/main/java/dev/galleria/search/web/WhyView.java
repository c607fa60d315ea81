package dev.galleria.search.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.platform.NumberText;
import dev.galleria.platform.Texts;
import dev.galleria.search.Factor;
import dev.galleria.search.Ranking;
import dev.galleria.search.Reason;
import dev.galleria.search.Search;
import dev.galleria.search.SearchQuery;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why the products of a listing stand in their order ({@code ?why}): for the marketplace's own people only. */
@Named("why")
@RequestScoped
public class WhyView {
    @Inject
    Search search;

    @Inject
    Ranking ranking;

    @Inject
    CurrentAccount account;

    @Inject
    Visit visit;

    @Inject
    ListingView listing;

    private List<Row> rows = List.of();
    private boolean loaded;

    /** A product and its points by factor, in the factors' order, and what a rule does with it. */
    public record Row(String title, String total, List<String> points, String rule) {}

    /** Whether it was asked for, by somebody who may know. */
    public boolean isShown() {
        return FacesContext.getCurrentInstance()
                        .getExternalContext()
                        .getRequestParameterMap()
                        .containsKey("why")
                && account.find()
                        .filter(one -> one.is(Role.OWNER) || one.is(Role.STAFF))
                        .isPresent();
    }

    /** Whether this listing is ranked at all. */
    public boolean isRanked() {
        return ranked(listing.getQuery());
    }

    public List<String> getFactors() {
        return Arrays.stream(Factor.values())
                .map(factor -> Texts.of(locale(), "why." + factor))
                .toList();
    }

    public String getLead() {
        var weights = ranking.weights();
        var said = Arrays.stream(Factor.values())
                .map(factor -> Texts.of(locale(), "why." + factor) + ' ' + weights.of(factor))
                .collect(Collectors.joining(", "));
        return Texts.of(locale(), "why.lead", said);
    }

    public List<Row> getRows() {
        if (!loaded) {
            loaded = true;
            rows = search.why(listing.getQuery(), locale()).stream()
                    .map(this::row)
                    .toList();
        }
        return rows;
    }

    private Row row(Reason reason) {
        var title = listing.getProducts().stream()
                .filter(product -> product.id().equals(reason.product()))
                .map(ProductSummary::title)
                .findFirst()
                .orElse("");
        return new Row(
                title,
                tenths(reason.total()),
                Arrays.stream(Factor.values())
                        .map(factor -> tenths(reason.tenths().get(factor)))
                        .toList(),
                rule(reason));
    }

    private String rule(Reason reason) {
        return reason.rule() == null ? "" : Texts.of(locale(), "why.rule." + reason.rule(), reason.by());
    }

    private String tenths(long number) {
        return NumberText.tenths(BigDecimal.valueOf(number, 1), locale());
    }

    private static boolean ranked(SearchQuery query) {
        return query.hasWords() && query.filters().sort() == ListingQuery.Sort.BEST_SELLING;
    }

    private Locale locale() {
        return visit.locale();
    }
}
