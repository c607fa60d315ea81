package dev.galleria.exchange;

import dev.galleria.catalog.editing.OfferTerms;
import dev.galleria.catalog.editing.ProductDraft.Offer;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms that a row asks for, over those that there are. */
final class OfferMerge {
    private static final List<String> COLUMNS =
            List.of("price", "list_price", "compare_at_price", "sale_price", "handling_days", "active");

    private final Scene scene;
    private final Findings rows;
    private final @Nullable SellerId owner;

    OfferMerge(Scene scene, Findings rows, @Nullable SellerId owner) {
        this.scene = scene;
        this.rows = rows;
        this.owner = owner;
    }

    /** Whether the row speaks of an offer at all. */
    static boolean speaks(Row row) {
        return COLUMNS.stream().anyMatch(column -> !row.text(column).isEmpty())
                || row.mapping().places().keySet().stream()
                        .anyMatch(column ->
                                column.startsWith("stock") && !row.text(column).isEmpty());
    }

    /** In whose name: the one that is named, the editor's, the import's, the only one there is, the product's owner. */
    Optional<SellerId> seller(Row row, List<Offer> offers) {
        var text = row.text("seller");
        if (!text.isEmpty()) {
            var named = scene.sellers().get(HeadMerge.small(text));
            if (named == null || !scene.editor().maySellAs(named)) {
                rows.add(row, "seller", "seller-unknown");
                return Optional.empty();
            }
            return Optional.of(named);
        }
        var fallback = scene.editor().seller() != null ? scene.editor().seller() : scene.seller();
        if (fallback == null && offers.size() == 1) {
            fallback = offers.get(0).seller();
        }
        if (fallback == null) {
            fallback = owner;
        }
        if (fallback == null && speaks(row)) {
            rows.add(row, "seller", "seller-missing");
        }
        return Optional.ofNullable(fallback);
    }

    /** Empty when the row asks for nothing and there is nothing, or when what it asks for cannot be read. */
    Optional<OfferTerms> terms(Row row, @Nullable OfferTerms before) {
        var price = amount(row, "price", before == null ? null : before.price());
        if (price == null) {
            if (speaks(row) && row.text("price").isEmpty()) {
                rows.add(row, "price", "price-missing");
            }
            return Optional.empty();
        }
        return Optional.of(new OfferTerms(
                price,
                listPrice(row, price, before),
                sale(row, before == null ? null : before.sale()),
                days(row, before),
                active(row, before)));
    }

    private @Nullable Money listPrice(Row row, Money price, @Nullable OfferTerms before) {
        if (row.has("compare_at_price")) {
            // Shopify's files repeat the price or say 0 when there is nothing to compare with.
            var compared = amount(row, "compare_at_price", null);
            return compared != null && compared.isMoreThan(price) ? compared : null;
        }
        return row.has("list_price") ? amount(row, "list_price", null) : before == null ? null : before.listPrice();
    }

    private OfferTerms.@Nullable Sale sale(Row row, OfferTerms.@Nullable Sale before) {
        if (!row.has("sale_price")) {
            return before;
        }
        var price = amount(row, "sale_price", null);
        if (price == null) {
            return null;
        }
        var from = moment(row, "sale_start", before == null ? null : before.from());
        var until = moment(row, "sale_end", before == null ? null : before.until());
        return from == null || until == null ? before : new OfferTerms.Sale(price, from, until);
    }

    private @Nullable Instant moment(Row row, String column, @Nullable Instant before) {
        var text = row.text(column);
        var moment = text.isEmpty() ? Optional.ofNullable(before) : Cells.moment(text);
        if (moment.isEmpty()) {
            rows.add(row, column, "moment");
        }
        return moment.orElse(null);
    }

    private @Nullable Money amount(Row row, String column, @Nullable Money before) {
        var text = row.text(column);
        if (text.isEmpty()) {
            return before;
        }
        var number = Cells.number(text);
        if (number.isEmpty()) {
            rows.add(row, column, "amount-form");
            return null;
        }
        try {
            return new Money(
                    number.get()
                            .movePointRight(scene.currency().getDefaultFractionDigits())
                            .setScale(0)
                            .longValueExact(),
                    scene.currency());
        } catch (ArithmeticException e) {
            rows.add(row, column, "amount-fine", scene.currency().getDefaultFractionDigits());
            return null;
        }
    }

    private int days(Row row, @Nullable OfferTerms before) {
        var text = row.text("handling_days");
        int known = before == null ? 1 : before.handlingDays();
        if (text.isEmpty()) {
            return known;
        }
        var days = Cells.whole(text);
        if (days.isEmpty()) {
            rows.add(row, "handling_days", "whole");
        }
        return days.orElse(known);
    }

    private boolean active(Row row, @Nullable OfferTerms before) {
        var text = row.text("active");
        boolean known = before == null || before.active();
        if (text.isEmpty()) {
            return known;
        }
        var flag = Cells.flag(text);
        if (flag.isEmpty()) {
            rows.add(row, "active", "kind-flag");
        }
        return flag.orElse(known);
    }

    static String plain(Money amount) {
        var digits = amount.amount();
        return digits.setScale(Math.max(0, digits.scale())).toPlainString();
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().scale() < 0
                ? number.setScale(0).toPlainString()
                : number.stripTrailingZeros().toPlainString();
    }
}
