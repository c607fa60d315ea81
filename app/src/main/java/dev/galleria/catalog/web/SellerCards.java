package dev.galleria.catalog.web;

import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.Texts;
import dev.galleria.seller.Seller;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Makes cards of sellers. */
@RequestScoped
class SellerCards {
    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    SellerCard of(Seller seller) {
        var locale = visit.locale();
        var country = new Locale.Builder().setRegion(seller.country()).build().getDisplayCountry(locale);
        return new SellerCard(
                paths.of("/sellers/" + seller.slug()),
                seller.name(),
                seller.city() == null ? country : Texts.of(locale, "sellers.place", seller.city(), country),
                Initials.of(seller.name()),
                Initials.avatar(seller.name()),
                Pictures.address(Preset.THUMB, seller.imageKey()),
                seller.ratingCount() == 0 ? null : CardsView.stars(seller.ratingHundredths(), locale),
                seller.ratingCount() == 0
                        ? Texts.of(locale, "product.sellerNew")
                        : Texts.of(
                                locale,
                                "product.sellerRating",
                                CardsView.stars(seller.ratingHundredths(), locale),
                                seller.ratingCount()),
                Stars.step(seller.ratingHundredths()));
    }
}
