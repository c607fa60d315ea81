package dev.galleria.catalog.web;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.catalog.ProductDetails.Spec;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.Texts;
import dev.galleria.seller.Seller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.BreakIterator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shop window: what sells, what is new, what is reduced, and who sells here. */
@Named
@RequestScoped
public class HomeView {
    private static final int WIDE = 96;
    private static final int SHELF = 12;
    private static final int SELLERS = 6;
    private static final int SPECS = 3;

    @Inject
    Catalog catalog;

    @Inject
    Sellers sellers;

    @Inject
    CardsView cards;

    @Inject
    SellerCards sellerCards;

    @Inject
    Visit visit;

    private List<ProductSummary> best = List.of();
    private List<ProductSummary> newest = List.of();
    private List<ProductSummary> reduced = List.of();
    private List<ProductSummary> bestFour = List.of();
    private List<ProductSummary> bestEight = List.of();
    private List<ProductSummary> newestEight = List.of();
    private List<ProductSummary> reducedFour = List.of();
    private List<Seller> known = List.of();
    private List<SellerCard> people = List.of();
    private List<Spec> specs = List.of();
    private String lead = "";
    private String sellersHere = "";
    private String saying = "";

    /** Read before the page is drawn. */
    public void load() {
        var locale = visit.locale();
        var all = ListingQuery.all().withSize(WIDE);
        var selling = catalog.list(all, locale);
        best = first(selling.products(), SHELF);
        newest = first(catalog.list(all.withSort(Sort.NEWEST), locale).products(), SHELF);
        reduced = first(
                selling.products().stream()
                        .filter(product -> product.listPrice() != null)
                        .toList(),
                SHELF);
        bestFour = first(best, 4);
        bestEight = first(best, 8);
        newestEight = first(newest, 8);
        reducedFour = first(reduced, 4);
        var active = sellers.list().stream().filter(Seller::active).toList();
        known = active.stream()
                .sorted(Comparator.comparingInt(Seller::ratingCount).reversed().thenComparing(Seller::name))
                .limit(SELLERS)
                .toList();
        people = known.stream().map(sellerCards::of).toList();
        lead = Texts.of(locale, "home.lead", selling.total(), active.size());
        sellersHere = Texts.of(locale, "home.sellersHere", active.size());
        specs = hero().flatMap(product -> catalog.product(product.slug(), locale))
                .map(product -> first(
                        product.specs().stream()
                                .filter(spec -> spec.kind() == Fact.Kind.NUMBER)
                                .toList(),
                        SPECS))
                .orElse(List.of());
        saying = known.stream()
                .findFirst()
                .map(seller -> firstSentence(sellers.description(seller.id(), locale), locale))
                .orElse("");
    }

    public boolean isBare() {
        return best.isEmpty();
    }

    /** "320 products from 14 independent sellers, in one order." */
    public String getLead() {
        return lead;
    }

    public String getSellersHere() {
        return sellersHere;
    }

    /** The product that stands in the window: the best seller. */
    public @Nullable Card getHero() {
        return hero().map(one -> cards.of(best).get(best.indexOf(one))).orElse(null);
    }

    /** Another one for a second picture. */
    public @Nullable Card getSecond() {
        return newest.isEmpty() ? null : cards.of(newest).get(newest.size() - 1);
    }

    public @Nullable String getHeroPicture() {
        return hero().map(one -> Pictures.address(Preset.TILE, one.imageKey())).orElse(null);
    }

    public @Nullable String getHeroPictureSet() {
        return hero().map(one -> Pictures.set(one.imageKey(), Preset.TILE, Preset.ZOOM))
                .orElse(null);
    }

    public List<Spec> getSpecs() {
        return specs;
    }

    public List<ProductSummary> getBest() {
        return best;
    }

    public List<ProductSummary> getBestFour() {
        return bestFour;
    }

    public List<ProductSummary> getBestEight() {
        return bestEight;
    }

    public List<ProductSummary> getNewestEight() {
        return newestEight;
    }

    public List<ProductSummary> getReducedFour() {
        return reducedFour;
    }

    public List<ProductSummary> getNewest() {
        return newest;
    }

    public List<ProductSummary> getReduced() {
        return reduced;
    }

    public List<SellerCard> getPeople() {
        return people;
    }

    /** The best known seller. */
    public @Nullable SellerCard getPerson() {
        return people.isEmpty() ? null : people.get(0);
    }

    /** What the best known seller says first; empty if it says nothing. */
    public String getSaying() {
        return saying;
    }

    private Optional<ProductSummary> hero() {
        return best.stream().filter(product -> product.imageKey() != null).findFirst();
    }

    private static String firstSentence(String text, Locale locale) {
        var sentences = BreakIterator.getSentenceInstance(locale);
        sentences.setText(text);
        int end = sentences.next();
        return end == BreakIterator.DONE ? "" : text.substring(0, end).strip();
    }

    private static <T> List<T> first(List<T> all, int count) {
        return all.size() <= count ? all : List.copyOf(all.subList(0, count));
    }
}
