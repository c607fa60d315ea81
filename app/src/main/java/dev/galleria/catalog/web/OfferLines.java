package dev.galleria.catalog.web;

import dev.galleria.catalog.ProductDetails.Offer;
import dev.galleria.catalog.ShopPrices;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes lines of offers. */
@RequestScoped
class OfferLines {
    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    @Inject
    ShopPrices prices;

    List<OfferLine> of(List<Offer> offers) {
        var shown = prices.offers(offers);
        var lines = new ArrayList<OfferLine>();
        for (int i = 0; i < offers.size(); i++) {
            lines.add(line(shown.get(i), offers.get(i).price()));
        }
        return List.copyOf(lines);
    }

    private OfferLine line(Offer offer, Money general) {
        var locale = visit.locale();
        return new OfferLine(
                offer.id(),
                offer.sellerName(),
                paths.of("/sellers/" + offer.sellerSlug()),
                sellerWords(offer, locale),
                Initials.of(offer.sellerName()),
                Initials.avatar(offer.sellerName()),
                general,
                offer.price(),
                MoneyText.of(offer.price(), locale),
                offer.listPrice() == null ? null : MoneyText.of(offer.listPrice(), locale),
                percentOff(offer, locale),
                lowestBefore(offer, locale),
                saleEnds(offer, locale),
                offer.listPrice() == null ? "price" : "price price--sale",
                Texts.of(locale, "product.handling", offer.handlingDays()),
                offer.handlingDays(),
                offer.inStock(),
                Texts.of(locale, "product.addOffer", offer.sellerName()));
    }

    private static String sellerWords(Offer offer, Locale locale) {
        return offer.sellerRatingCount() == 0
                ? Texts.of(locale, "product.sellerNew")
                : Texts.of(
                        locale,
                        "product.sellerRating",
                        CardsView.stars(offer.sellerRatingHundredths(), locale),
                        offer.sellerRatingCount());
    }

    private static @Nullable String percentOff(Offer offer, Locale locale) {
        var listPrice = offer.listPrice();
        if (listPrice == null) {
            return null;
        }
        long percent = (listPrice.minorUnits() - offer.price().minorUnits()) * 100 / listPrice.minorUnits();
        return percent == 0 ? null : Texts.of(locale, "product.percentOff", percent);
    }

    private static @Nullable String lowestBefore(Offer offer, Locale locale) {
        var lowest = offer.lowestBefore();
        return lowest == null || offer.listPrice() == null
                ? null
                : Texts.of(locale, "product.lowestBefore", MoneyText.of(lowest, locale));
    }

    private static @Nullable String saleEnds(Offer offer, Locale locale) {
        var ends = offer.saleEnds();
        if (ends == null || offer.listPrice() == null) {
            return null;
        }
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(ends.atZone(ZoneOffset.UTC));
        return Texts.of(locale, "product.saleEnds", day);
    }
}
