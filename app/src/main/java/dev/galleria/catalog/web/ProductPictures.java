package dev.galleria.catalog.web;

import dev.galleria.catalog.ProductDetails;
import dev.galleria.catalog.ProductDetails.Image;
import dev.galleria.catalog.ProductDetails.Variant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which of a product's pictures show the chosen version: its own and those that follow it, up to another version's own. */
final class ProductPictures {
    private ProductPictures() {}

    static List<Image> of(ProductDetails product, @Nullable String own) {
        var images = product.images();
        var keys = images.stream().map(Image::key).toList();
        int start = own == null ? -1 : keys.indexOf(own);
        var others = product.variants().stream()
                .map(Variant::imageKey)
                .filter(Objects::nonNull)
                .filter(key -> !key.equals(own))
                .collect(Collectors.toSet());
        // Where no other version has a picture of its own, all of them show this one.
        if (start < 0 || others.isEmpty()) {
            return images;
        }
        int end = start + 1;
        while (end < keys.size() && !others.contains(keys.get(end))) {
            end++;
        }
        return images.subList(start, end);
    }
}
