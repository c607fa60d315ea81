package dev.galleria.catalog.web;

import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.ShopPrices;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.NumberText;
import dev.galleria.platform.Texts;
import dev.galleria.platform.pages.PageDraft;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes cards of products, for every page that lists some: {@code #{cards.of(listing.products)}}. */
@Named("cards")
@RequestScoped
public class CardsView {
    private static final Duration NEW = Duration.ofDays(30);
    private static final int EAGER = 4;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    @Inject
    PageDraft draft;

    @Inject
    ShopPrices prices;

    @Inject
    Clock clock;

    private final Map<List<ProductSummary>, List<Card>> made = new IdentityHashMap<>();

    /** Cards whose pictures are fetched when they come near. */
    public List<Card> of(List<ProductSummary> products) {
        return made.computeIfAbsent(products, list -> cards(list, 0));
    }

    /** Cards at the top of a page: the first pictures are fetched at once. */
    public List<Card> first(List<ProductSummary> products) {
        return made.computeIfAbsent(products, list -> cards(list, EAGER));
    }

    private List<Card> cards(List<ProductSummary> products, int eager) {
        var base = paths.base();
        var fresh = clock.instant().minus(NEW);
        var cards = new ArrayList<Card>(products.size());
        for (var product : prices.of(products)) {
            draft.shows(product.id().value());
            cards.add(card(product, base, fresh, cards.size() < eager, eager > 0 && cards.isEmpty()));
        }
        return List.copyOf(cards);
    }

    private Card card(ProductSummary product, String base, Instant fresh, boolean eager, boolean first) {
        var locale = visit.locale();
        var listPrice = product.listPrice();
        var price = MoneyText.of(product.price(), locale);
        return new Card(
                base + "/p/" + product.slug(),
                product.title(),
                product.sellerName(),
                product.brand(),
                Initials.of(product.sellerName()),
                Initials.avatar(product.sellerName()),
                product.priceVaries() ? Texts.of(locale, "product.from", price) : price,
                listPrice == null ? null : MoneyText.of(listPrice, locale),
                listPrice == null ? "price" : "price price--sale",
                badges(product, fresh, locale),
                Pictures.address(Preset.CARD, product.imageKey()),
                Pictures.set(product.imageKey(), Preset.THUMB, Preset.CARD, Preset.TILE),
                eager ? null : "lazy",
                first ? "high" : null,
                product.ratingCount() == 0 ? null : stars(product.ratingHundredths(), locale),
                count(product.ratingCount(), locale),
                Texts.of(locale, "product.rating", stars(product.ratingHundredths(), locale)),
                product.inStock() ? null : Texts.of(locale, "product.soldOut"),
                product.variantCount() > 1 ? count(product.variantCount(), locale) : null,
                product.sellerCount() > 1 ? Texts.of(locale, "product.offersCount", product.sellerCount()) : null);
    }

    private static List<Card.Badge> badges(ProductSummary product, Instant fresh, Locale locale) {
        int percent = product.percentOff();
        if (percent > 0) {
            return List.of(new Card.Badge(Texts.of(locale, "product.percentOff", percent), "badge badge--sale"));
        }
        return product.publishedAt().isAfter(fresh)
                ? List.of(new Card.Badge(Texts.of(locale, "product.new"), "badge"))
                : List.of();
    }

    /** Hundredths of a star as people write them: 4.7. */
    static String stars(int hundredths, Locale locale) {
        return NumberText.tenths(BigDecimal.valueOf(hundredths, 2), locale);
    }

    static String count(int number, Locale locale) {
        return NumberText.of(number, locale);
    }
}
