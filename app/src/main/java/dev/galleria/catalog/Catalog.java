package dev.galleria.catalog;

import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the current marketplace offers, ready to be shown. Texts come in the asked-for language or else in the tenant's own.
 * Pages and listings are cached and forgotten when something they show changes; {@link #offered} is always read fresh.
 */
@ApplicationScoped
public class Catalog {
    private static final Listing NOTHING = new Listing(List.of(), 0, 1, 1);

    @Inject
    CatalogCache cache;

    @Inject
    CategoryStore categories;

    @Inject
    SummaryStore summaries;

    @Inject
    ProductStore products;

    @Inject
    OfferStore offers;

    @Inject
    SlugStore slugs;

    @Inject
    WalkStore walks;

    @Inject
    SummaryRebuild rebuild;

    @Inject
    Sellers sellers;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** What is cached under one key; public, because the JSON mapper makes it. */
    public record Tree(List<CategoryNode> roots) {}

    /** As {@link Tree}. */
    public record Brands(List<Brand> brands) {}

    /** As {@link Tree}. */
    public record Facts(List<Fact> facts) {}

    /** The top categories and everything under them, in their order, with numbers of products that may be half a minute old. */
    public List<CategoryNode> tree(Locale locale) {
        return cache.navigation("tree", locale, Tree.class, () -> new Tree(categories.tree(reading(locale))))
                .roots();
    }

    /** A category's own page; empty when there is none of that slug. */
    public Optional<CategoryPage> category(String slug, Locale locale) {
        var trail = new ArrayList<CategoryNode>();
        if (!walk(tree(locale), node -> node.slug().equals(slug), trail)) {
            return Optional.empty();
        }
        var node = trail.get(trail.size() - 1);
        var description = cache.navigation(
                "category:" + slug, locale, String.class, () -> categories.description(node.id(), reading(locale)));
        return Optional.of(new CategoryPage(
                node.id(),
                node.slug(),
                node.title(),
                description,
                node.imageKey(),
                node.productCount(),
                crumbs(trail.subList(0, trail.size() - 1)),
                node.children()));
    }

    /** All brands that have products to show, by name. */
    public List<Brand> brands(Locale locale) {
        return allBrands(locale).stream()
                .filter(brand -> brand.productCount() > 0)
                .toList();
    }

    public Optional<Brand> brand(String slug, Locale locale) {
        return allBrands(locale).stream()
                .filter(brand -> brand.slug().equals(slug))
                .findFirst();
    }

    /** What products can be told apart by, with labels: filterable attributes and the shopper's options. */
    public List<Fact> facts(Locale locale) {
        return cache.navigation("facts", locale, Facts.class, () -> new Facts(categories.facts(reading(locale))))
                .facts();
    }

    /** One page of products. An unknown category, brand or seller has no products. */
    public Listing list(ListingQuery query, Locale locale) {
        return cache.listing(query, locale, () -> read(query, locale));
    }

    /** The products of a listing from a position on, read fresh: every one once, as far as they stay where they are. */
    public Walk walk(ListingQuery query, Walk.@Nullable Position after, int limit, Locale locale) {
        var filter = filter(query, locale);
        if (filter.isEmpty()) {
            return new Walk(List.of(), null);
        }
        var places = walks.after(filter.get(), after, limit + 1);
        var shown = places.subList(0, Math.min(limit, places.size()));
        var ids = shown.stream().map(place -> new ProductId(place.product())).toList();
        return new Walk(summaries(ids, locale), places.size() > limit ? shown.get(shown.size() - 1) : null);
    }

    /** The page of the product of that id, as {@link #product(String, Locale)}; one that is deleted is a Problem (GONE). */
    public Optional<ProductDetails> product(ProductId id, Locale locale) {
        return slugs.of(id).flatMap(slug -> product(slug, locale));
    }

    /** A product's page; empty when there is no such product or it is not published. */
    public Optional<ProductDetails> product(String slug, Locale locale) {
        return Optional.ofNullable(cache.page(slug, locale, ProductDetails.class, () -> read(slug, locale)));
    }

    /** The page of the product that a {@link PreviewKey} opens, whatever its state, read fresh; empty for a key that is none. */
    public Optional<ProductDetails> preview(String key, Locale locale) {
        return PreviewKey.open(tenancy.current().id(), key, clock.instant())
                .flatMap(product -> products.preview(product, reading(locale), bySeller()))
                .map(found -> found.details().at(way(found.category(), locale)));
    }

    /** What became of a product that is not shown at that slug. */
    public Whereabouts whereIsProduct(String slug) {
        return slugs.product(slug);
    }

    /** What became of a category that is not at that slug. */
    public Whereabouts whereIsCategory(String slug) {
        return slugs.category(slug);
    }

    /** Those of the products that can be shown, in the given order. */
    public List<ProductSummary> summaries(List<ProductId> products, Locale locale) {
        return products.isEmpty() ? List.of() : summaries.find(products, reading(locale));
    }

    /** The same products as that seller sells them: with the price, the variant and the stock of the seller's best offer. */
    public List<ProductSummary> soldBy(Seller seller, List<ProductSummary> products, Locale locale) {
        return products.isEmpty() ? products : summaries.soldBy(seller, products, reading(locale));
    }

    /** Those of the offers that exist, with the prices of this moment. */
    public Map<OfferId, OfferedItem> offered(Collection<OfferId> ids, Locale locale) {
        return ids.isEmpty() ? Map.of() : offers.find(ids, reading(locale));
    }

    /** Offers by seller slug and SKU, for imports; those that do not exist are left out. */
    public Map<OfferKey, OfferId> offersByKey(Collection<OfferKey> keys) {
        return offers.byKey(keys);
    }

    /** Takes inventory's word for which offers can be delivered. Repeating changes nothing. */
    @Transactional
    public void stockChanged(Map<OfferId, Boolean> inStock) {
        if (!inStock.isEmpty()) {
            rebuild.rebuild(offers.mark(inStock));
        }
    }

    /** Adds units sold on a day; listings follow within half a minute. Not idempotent: call it from an event handler. */
    @Transactional
    public void sold(Map<ProductId, Integer> units, LocalDate day) {
        database.call(sql -> {
            var total = sql.prepareBatch("UPDATE product SET sold = sold + :units WHERE id = :product");
            var daily = sql.prepareBatch(
                    """
                    INSERT INTO product_sold (product_id, day, units) VALUES (:product, :day, :units)
                        ON CONFLICT (day, product_id) DO UPDATE SET units = product_sold.units + excluded.units""");
            units.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .sorted(Comparator.comparing(entry -> entry.getKey().value(), SummaryRebuild.IN_ORDER))
                    .forEach(entry -> {
                        var product = entry.getKey().value();
                        total.bind("units", entry.getValue())
                                .bind("product", product)
                                .add();
                        daily.bind("units", entry.getValue())
                                .bind("product", product)
                                .bind("day", day)
                                .add();
                    });
            total.execute();
            return daily.execute();
        });
    }

    /** Replaces what is known of a product's reviews; the sum is of stars, 1–5 each. Repeating changes nothing. */
    @Transactional
    public void rated(ProductId product, long ratingSum, int ratingCount) {
        int known = database.call(sql -> sql.execute(
                "UPDATE product SET rating_sum = ?, rating_count = ? WHERE id = ?",
                ratingSum,
                ratingCount,
                product.value()));
        if (known == 0) {
            throw Problem.notFound("catalog/unknown-product", product);
        }
        rebuild.rebuild(List.of(product));
    }

    private Listing read(ListingQuery query, Locale locale) {
        return filter(query, locale)
                .map(filter -> summaries.list(filter, reading(locale)))
                .orElse(NOTHING);
    }

    /** The ids behind the query's slugs; empty when nothing can be found by them. */
    private Optional<SummaryStore.Filter> filter(ListingQuery query, Locale locale) {
        CategoryId category = null;
        if (query.category() != null) {
            var trail = new ArrayList<CategoryNode>();
            if (!walk(tree(locale), node -> node.slug().equals(query.category()), trail)) {
                return Optional.empty();
            }
            category = trail.get(trail.size() - 1).id();
        }
        var known = new ArrayList<SellerId>();
        query.sellers().forEach(slug -> sellers.findBySlug(slug).map(Seller::id).ifPresent(known::add));
        return known.isEmpty() && !query.sellers().isEmpty()
                ? Optional.empty()
                : Optional.of(new SummaryStore.Filter(category, known, query));
    }

    private @Nullable ProductDetails read(String slug, Locale locale) {
        return products.find(slug, reading(locale), bySeller())
                .map(found -> found.details().at(way(found.category(), locale)))
                .orElse(null);
    }

    private Map<SellerId, Seller> bySeller() {
        return sellers.list().stream().collect(Collectors.toMap(Seller::id, Function.identity()));
    }

    private List<Crumb> way(CategoryId category, Locale locale) {
        var trail = new ArrayList<CategoryNode>();
        walk(tree(locale), node -> node.id().equals(category), trail);
        return crumbs(trail);
    }

    private List<Brand> allBrands(Locale locale) {
        return cache.navigation("brands", locale, Brands.class, () -> new Brands(categories.brands(reading(locale))))
                .brands();
    }

    private Reading reading(Locale locale) {
        return Reading.of(tenancy.current(), locale);
    }

    /** Leaves in the trail the way from the top to the first node that fits; false and no trail if none does. */
    private static boolean walk(List<CategoryNode> nodes, Predicate<CategoryNode> wanted, List<CategoryNode> trail) {
        for (var node : nodes) {
            trail.add(node);
            if (wanted.test(node) || walk(node.children(), wanted, trail)) {
                return true;
            }
            trail.remove(trail.size() - 1);
        }
        return false;
    }

    private static List<Crumb> crumbs(List<CategoryNode> trail) {
        return trail.stream().map(node -> new Crumb(node.slug(), node.title())).toList();
    }
}
