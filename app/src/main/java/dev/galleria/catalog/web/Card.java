package dev.galleria.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product in a list, every text ready to be written: pages are drawn often and expressions cost. */
public record Card(
        String href,
        String title,
        String seller,
        @Nullable String brand,
        String initials,
        String avatar,
        String price,
        @Nullable String listPrice,
        String priceClass,
        List<Badge> badges,
        @Nullable String picture,
        @Nullable String pictureSet,
        @Nullable String loading,
        @Nullable String priority,
        @Nullable String rating,
        String ratingCount,
        String ratingWords,
        @Nullable String stock,
        @Nullable String versions,
        @Nullable String sellers) {

    /** A word on the picture and the class that colors it. */
    public record Badge(String text, String style) {}
}
