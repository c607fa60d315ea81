package dev.galleria.demodata;

import java.util.List;
import java.util.Map;

/** A product with its variants; {@code price} is the first variant's in minor units, {@code popularity} weighs sales. */
record Product(
        String handle,
        ProductType type,
        Wordbook.Brand brand,
        List<String> tags,
        int publishedDaysAgo,
        int ratingSum,
        int ratingCount,
        List<String> options,
        Map<String, Object> attributes,
        List<String> images,
        Text title,
        Text description,
        long price,
        int popularity,
        List<Variant> variants) {

    /** What can be chosen; {@code percent} is its price compared with the product's. */
    record Variant(String sku, String gtin, List<String> values, int grams, String image, int percent) {}
}
