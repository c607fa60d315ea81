package dev.galleria.notification;

import com.ibm.icu.util.ULocale;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.ShipmentId;
import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Tenant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a mail about an order says, in the order's language, as plain values for a template. */
final class OrderLetter {
    private final OrderDetails order;
    private final Tenant tenant;
    private final Locale locale;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Object> texts = new HashMap<>();

    OrderLetter(OrderDetails order, Tenant tenant, String shopAddress) {
        this.order = order;
        this.tenant = tenant;
        this.locale = order.locale();
        var prefix =
                locale.getLanguage().equals(tenant.defaultLocale().getLanguage()) ? "" : "/" + locale.getLanguage();
        values.put("lang", locale.toLanguageTag());
        values.put("shop", tenant.name());
        values.put("shopAddress", shopAddress + prefix + "/");
        values.put("orderAddress", shopAddress + prefix + "/orders/" + order.token());
        values.put("number", order.number());
        values.put("placed", placed());
        values.put("label", label());
        values.put("sums", List.of());
        values.put("parcels", order.parts().stream().map(this::parcel).toList());
        values.put("total", money(order.totals().total()));
        texts.put("numberLabel", text("mail.number"));
        texts.put("look", text("mail.look"));
        texts.put("shipTo", text("mail.shipTo"));
        texts.put("tracking", text("mail.tracking"));
        texts.put("track", text("mail.track"));
        texts.put("total", text("mail.total"));
        texts.put("money", "");
        texts.put("footer", text("mail.footer", tenant.name()));
        values.put("texts", texts);
    }

    /** The confirmation: everything with its figures. */
    Map<String, Object> confirmed() {
        headed("confirmed", order.number(), tenant.name());
        values.put("sums", sums());
        return values;
    }

    /** One seller's parcel has left. */
    Map<String, Object> shipped(OrderDetails.Part part, ShipmentId id) {
        headed("shipped", order.number());
        texts.put("lead", text("mail.shipped.lead", part.sellerName()));
        var sent = part.shipments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        values.put("parcels", List.of(parcel(part, sent, units(part, sent))));
        return values;
    }

    /** The whole order is off. */
    Map<String, Object> canceled() {
        headed("canceled", order.number());
        boolean paid = !order.paymentMethod().equals("cod");
        texts.put("money", text(paid ? "mail.canceled.money" : "mail.canceled.noMoney"));
        return values;
    }

    /** Something has happened; there is not more to say than these words. */
    Map<String, Object> told(String subject, String title, String lead, String more) {
        values.put("subject", subject);
        texts.put("title", title);
        texts.put("lead", lead);
        texts.put("money", more);
        return values;
    }

    private void headed(String kind, Object... subject) {
        values.put("subject", text("mail." + kind + ".subject", subject));
        texts.put("title", text("mail." + kind + ".title"));
        texts.put("lead", text("mail." + kind + ".lead", ""));
    }

    private List<Map<String, Object>> units(OrderDetails.Part part, OrderDetails.Shipment sent) {
        return sent.units().stream()
                .map(one -> part.lines().stream()
                        .filter(line -> line.lineNo() == one.lineNo())
                        .map(line -> line(line, one.quantity()))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private Map<String, Object> parcel(OrderDetails.Part part) {
        return parcel(
                part,
                part.shipment(),
                part.lines().stream().map(line -> line(line, line.quantity())).toList());
    }

    private Map<String, Object> parcel(
            OrderDetails.Part part, OrderDetails.@Nullable Shipment shipment, List<Map<String, Object>> lines) {
        var parcel = new HashMap<String, Object>();
        parcel.put("heading", text("mail.parcel", part.sellerName(), part.shippingLabel()));
        parcel.put("carrier", shipment == null ? "" : shipment.carrier());
        parcel.put("tracking", shipment == null ? "" : shipment.trackingNumber());
        parcel.put("trackingAddress", shipment == null || shipment.trackingUrl() == null ? "" : shipment.trackingUrl());
        parcel.put("lines", lines);
        return parcel;
    }

    private Map<String, Object> line(OrderDetails.Line line, int quantity) {
        return Map.of(
                "title", line.title(),
                "choices", line.choices(),
                "quantity", quantity,
                "unit", money(line.unitPrice()),
                "total",
                        money(
                                quantity == line.quantity()
                                        ? line.total()
                                        : line.unitPrice().times(quantity)));
    }

    private List<Map<String, Object>> sums() {
        var totals = order.totals();
        var sums = new ArrayList<Map<String, Object>>();
        sums.add(sum("mail.subtotal", totals.subtotal(), false));
        if (!totals.discount().isZero()) {
            sums.add(sum(
                    "mail.discount", Money.zero(totals.discount().currency()).minus(totals.discount()), false));
        }
        sums.add(sum("mail.shipping", totals.shipping(), false));
        if (!totals.taxIncluded()) {
            sums.add(sum("mail.tax", totals.tax(), false));
        }
        sums.add(sum("mail.total", totals.total(), true));
        if (totals.taxIncluded()) {
            sums.add(sum("mail.taxIncluded", totals.tax(), false));
        }
        return sums;
    }

    private Map<String, Object> sum(String key, Money amount, boolean strong) {
        return Map.of("label", text(key), "amount", money(amount), "strong", strong);
    }

    private List<String> label() {
        var lines = new ArrayList<>(order.address().lines().toList());
        lines.add(new ULocale("", order.address().country()).getDisplayCountry(ULocale.forLocale(locale)));
        return lines;
    }

    private String placed() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .withZone(ZoneOffset.UTC)
                .format(order.placedAt());
    }

    private String money(Money money) {
        return MoneyText.of(money, locale);
    }

    private String text(String key, Object... values) {
        return values.length == 0 ? Texts.of(locale, key) : Texts.of(locale, key, values);
    }
}
