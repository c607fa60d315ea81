package dev.galleria.demodata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a marketplace as the CSV files that {@code tenants/README.md} describes. */
final class TenantFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Market market;
    private final Path directory;

    TenantFiles(Market market, Path directory) {
        this.market = market;
        this.directory = directory;
    }

    void write() {
        categories();
        makers();
        products();
        offers();
        customers();
        orders();
    }

    /** A header; a name ending in "_*" stands for one column per locale. */
    private Table table(String file, String... columns) {
        List<String> header = new ArrayList<>();
        for (String column : columns) {
            if (column.endsWith("_*")) {
                String stem = column.substring(0, column.length() - 1);
                market.settings().locales().forEach(locale -> header.add(stem + locale));
            } else {
                header.add(column);
            }
        }
        return new Table(directory.resolve(file), header);
    }

    private void categories() {
        CategoryPages pages = new CategoryPages(market.words());
        try (Table table = table("categories.csv", "slug", "parent", "position", "image", "title_*", "description_*")) {
            for (Wordbook.Category c : market.words().categories()) {
                table.row(c.slug(), c.parent(), c.position(), pages.image(c), c.title(), pages.text(c));
            }
        }
    }

    private void makers() {
        try (Table table = table("brands.csv", "slug", "name", "country", "founded", "image", "description_*")) {
            for (Wordbook.Brand b : market.words().brands()) {
                table.row(b.slug(), b.name(), b.country(), b.founded(), "studio:" + b.image() + "~tile", b.text());
            }
        }
        try (Table table = table(
                "sellers.csv",
                "slug",
                "name",
                "email",
                "country",
                "city",
                "image",
                "rating_hundredths",
                "rating_count",
                "joined_days_ago",
                "description_*")) {
            String slug = market.settings().slug();
            for (Wordbook.Seller s : market.words().sellers()) {
                Dice dice = Dice.of(slug, "seller", s.slug());
                table.row(
                        s.slug(),
                        s.name(),
                        s.slug() + "@" + slug + ".example",
                        s.country(),
                        s.city(),
                        "studio:" + s.image() + "~tile",
                        dice.between(412, 491),
                        dice.between(38, 1_900),
                        dice.between(240, 1_800),
                        s.text());
            }
        }
    }

    private void products() {
        try (Table products = table(
                        "products.csv",
                        "handle",
                        "category",
                        "brand",
                        "tax_class",
                        "tags",
                        "published_days_ago",
                        "rating_sum",
                        "rating_count",
                        "options",
                        "attributes",
                        "images",
                        "title_*",
                        "description_*");
                Table variants = table("variants.csv", "handle", "sku", "gtin", "values", "weight_grams", "image")) {
            for (Product p : market.products()) {
                products.row(
                        p.handle(),
                        p.type().leaf(),
                        p.brand().slug(),
                        p.type().taxClass(),
                        p.tags(),
                        p.publishedDaysAgo(),
                        p.ratingSum(),
                        p.ratingCount(),
                        p.options(),
                        json(p.attributes()),
                        p.images(),
                        p.title(),
                        p.description());
                for (Product.Variant v : p.variants()) {
                    variants.row(p.handle(), v.sku(), v.gtin(), v.values(), v.grams(), v.image());
                }
            }
        }
    }

    private static String json(Map<String, Object> attributes) {
        try {
            return JSON.writeValueAsString(new LinkedHashMap<>(attributes));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void offers() {
        List<String> header = new ArrayList<>(List.of(
                "sku",
                "seller",
                "price",
                "list_price",
                "sale_price",
                "sale_from_days",
                "sale_to_days",
                "handling_days"));
        market.settings().warehouses().forEach(w -> header.add("stock_" + w));
        try (Table table = table("offers.csv", header.toArray(String[]::new))) {
            for (Offer o : market.offers()) {
                boolean sale = o.salePrice() > 0;
                table.row(
                        o.sku(),
                        o.seller(),
                        Amounts.text(o.price()),
                        o.listPrice() > 0 ? Amounts.text(o.listPrice()) : "",
                        sale ? Amounts.text(o.salePrice()) : "",
                        sale ? o.saleFromDays() : "",
                        sale ? o.saleToDays() : "",
                        o.handlingDays(),
                        o.stock().get(0),
                        o.stock().get(1));
            }
        }
    }

    private void customers() {
        try (Table table = table(
                "customers.csv",
                "email",
                "name",
                "locale",
                "registered_days_ago",
                "phone",
                "line1",
                "line2",
                "postal_code",
                "city",
                "region",
                "country")) {
            for (Customer c : market.customers()) {
                table.row(
                        c.email(),
                        c.name(),
                        c.locale(),
                        c.registeredDaysAgo(),
                        c.phone(),
                        c.line1(),
                        c.line2(),
                        c.postalCode(),
                        c.city(),
                        c.region(),
                        c.country());
            }
        }
    }

    private void orders() {
        try (Table orders = table(
                        "orders.csv",
                        "ref",
                        "days_ago",
                        "minute_of_day",
                        "customer",
                        "state",
                        "payment_method",
                        "shipping_method",
                        "shipping_price");
                Table lines = table("order_lines.csv", "ref", "position", "sku", "seller", "quantity", "unit_price")) {
            for (Order o : market.orders()) {
                orders.row(
                        o.ref(),
                        o.daysAgo(),
                        o.minuteOfDay(),
                        o.customer().email(),
                        o.state(),
                        o.paymentMethod(),
                        o.shippingMethod(),
                        Amounts.text(o.shippingPrice()));
                int position = 1;
                for (Order.Line line : o.lines()) {
                    Offer offer = line.offer();
                    lines.row(
                            o.ref(),
                            position++,
                            offer.sku(),
                            offer.seller(),
                            line.quantity(),
                            Amounts.text(offer.price()));
                }
            }
        }
    }
}
