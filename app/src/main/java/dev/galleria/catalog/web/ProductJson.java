package dev.galleria.catalog.web;

import dev.galleria.catalog.Crumb;
import dev.galleria.catalog.ProductDetails;
import dev.galleria.catalog.ProductDetails.Variant;
import dev.galleria.catalog.media.Preset;
import dev.galleria.tenancy.ShopPaths;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** What search engines read of a product's page (schema.org Product and BreadcrumbList, as JSON-LD). */
final class ProductJson {
    /** Kept: finding the library anew each time costs more than using it. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String SCHEMA = "https://schema.org/";
    private final ProductDetails product;
    private final ShopPaths paths;

    ProductJson(ProductDetails product, ShopPaths paths) {
        this.product = product;
        this.paths = paths;
    }

    /** Safe inside a script element: nothing in it can end one. */
    String text(String origin) {
        var graph = JSON.createArrayBuilder().add(product(origin)).add(breadcrumb());
        var whole = JSON.createObjectBuilder().add("@context", SCHEMA).add("@graph", graph);
        return whole.build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private JsonObject product(String origin) {
        var json = JSON.createObjectBuilder()
                .add("@type", "Product")
                .add("name", product.title())
                .add("description", product.description())
                .add("url", paths.absolute("/p/" + product.slug()));
        var images = JSON.createArrayBuilder();
        product.images().forEach(image -> images.add(origin + Pictures.address(Preset.ZOOM, image.key())));
        json.add("image", images);
        if (product.brand() != null) {
            json.add("brand", JSON.createObjectBuilder().add("@type", "Brand").add("name", product.brand()));
        }
        if (product.ratingCount() > 0) {
            json.add(
                    "aggregateRating",
                    JSON.createObjectBuilder()
                            .add("@type", "AggregateRating")
                            .add(
                                    "ratingValue",
                                    BigDecimal.valueOf(product.ratingHundredths(), 2)
                                            .setScale(1, RoundingMode.HALF_EVEN))
                            .add("ratingCount", product.ratingCount()));
        }
        var offers = JSON.createArrayBuilder();
        product.variants().forEach(variant -> variant.best().ifPresent(best -> offers.add(offer(variant, best))));
        return json.add("offers", offers).build();
    }

    private JsonObjectBuilder offer(Variant variant, ProductDetails.Offer offer) {
        var json = JSON.createObjectBuilder()
                .add("@type", "Offer")
                .add("sku", variant.sku())
                .add("price", offer.price().amount().toPlainString())
                .add("priceCurrency", offer.price().currency().getCurrencyCode())
                .add("availability", SCHEMA + (offer.inStock() ? "InStock" : "OutOfStock"))
                .add("itemCondition", SCHEMA + "NewCondition")
                .add("url", paths.absolute("/p/" + product.slug()))
                .add(
                        "seller",
                        JSON.createObjectBuilder().add("@type", "Organization").add("name", offer.sellerName()));
        if (variant.gtin() != null) {
            json.add("gtin", variant.gtin());
        }
        return json;
    }

    private JsonObject breadcrumb() {
        var list = JSON.createArrayBuilder();
        int position = 1;
        for (Crumb step : product.breadcrumb()) {
            list.add(step(position++, step.title(), paths.absolute("/c/" + step.slug())));
        }
        list.add(step(position, product.title(), paths.absolute("/p/" + product.slug())));
        return JSON.createObjectBuilder()
                .add("@type", "BreadcrumbList")
                .add("itemListElement", list)
                .build();
    }

    private static JsonObjectBuilder step(int position, String name, String address) {
        return JSON.createObjectBuilder()
                .add("@type", "ListItem")
                .add("position", position)
                .add("name", name)
                .add("item", address);
    }
}
