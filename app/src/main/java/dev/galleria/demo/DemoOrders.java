package dev.galleria.demo;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferKey;
import dev.galleria.order.OrderState;
import dev.galleria.order.PastOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The orders of a marketplace's files, as they were placed. */
final class DemoOrders {
    private final MarketplaceFiles files;
    private final Days days;
    private final Map<String, Row> customers;
    private final Map<String, Map<String, String>> methodNames = new HashMap<>();

    DemoOrders(MarketplaceFiles files, Days days) {
        this.files = files;
        this.days = days;
        customers = files.rows("customers").stream()
                .collect(Collectors.toMap(row -> row.text("email"), Function.identity()));
        for (var zone : files.settings().map("shipping").maps("zones")) {
            zone.maps("methods").forEach(method -> methodNames.put(method.text("code"), method.texts("names")));
        }
    }

    /** Oldest first, with the offers and accounts that the loader has made of the files. */
    List<PastOrder> orders(Map<OfferKey, OfferId> offers, Map<String, AccountId> accounts) {
        var lines = files.rows("order_lines").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("ref"), Collectors.mapping(row -> line(row, offers), Collectors.toList())));
        return files.rows("orders").stream()
                .map(row -> order(row, lines.get(row.text("ref")), accounts))
                .toList();
    }

    private PastOrder order(Row row, List<PastOrder.Line> lines, Map<String, AccountId> accounts) {
        var email = row.text("customer");
        var customer = customers.get(email);
        var locale = customer.text("locale");
        var method = row.text("shipping_method");
        return new PastOrder(
                row.text("ref"),
                days.ago(row.number("days_ago")).plus(Duration.ofMinutes(row.number("minute_of_day"))),
                accounts.get(email),
                email,
                Locale.forLanguageTag(locale),
                DemoPeople.address(customer),
                OrderState.valueOf(row.text("state")),
                row.text("payment_method"),
                method,
                methodNames.get(method).get(locale),
                row.money("shipping_price"),
                lines);
    }

    private static PastOrder.Line line(Row row, Map<OfferKey, OfferId> offers) {
        return new PastOrder.Line(offers.get(row.offer()), row.number("quantity"), row.money("unit_price"));
    }
}
