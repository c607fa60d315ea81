package dev.galleria.order;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.catalog.ProductId;
import dev.galleria.inventory.PastSales;
import dev.galleria.platform.Database;
import dev.galleria.platform.Money;
import dev.galleria.platform.Series;
import dev.galleria.pricing.ParcelShipping;
import dev.galleria.pricing.PriceLine;
import dev.galleria.pricing.PriceRequest;
import dev.galleria.pricing.Pricing;
import dev.galleria.pricing.Quote;
import dev.galleria.pricing.TaxRate;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Brings in orders that were placed elsewhere, all or none. Taxes are those of the day of the order. Each line that was not
 * canceled is booked in the stock ledger as received and sold, so that the ledger explains every order.
 */
@ApplicationScoped
@Transactional
public class HistoryImport {
    private static final String ACTOR = "import";
    private static final Duration UNTIL_CANCELED = Duration.ofHours(2);
    private static final Duration UNTIL_SENT = Duration.ofHours(26);
    private static final Duration ON_THE_WAY = Duration.ofHours(51);

    @Inject
    Catalog catalog;

    @Inject
    Pricing pricing;

    @Inject
    PastSales stock;

    @Inject
    OrderStore store;

    @Inject
    Series series;

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** How many were new. An offer that does not exist is an IllegalArgumentException. */
    int bring(List<PastOrder> orders) {
        var known = known();
        var fresh = orders.stream()
                .filter(order -> !known.contains(checkoutOf(order).value()))
                .toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        var offered = offered(fresh);
        var rates = pricing.rates();
        var number = series.next("order", fresh.size());
        var sales = new ArrayList<Sale>();
        for (var order : fresh) {
            sales.add(sale(order, "#" + (number + sales.size()), offered, rates));
        }
        store.insert(sales);
        stock.record(movements(sales));
        soldByDay(sales).forEach((day, sold) -> catalog.sold(sold, day));
        tenancy.noteOrder(
                fresh.stream().map(PastOrder::placedAt).max(Instant::compareTo).orElseThrow());
        return fresh.size();
    }

    private Sale sale(PastOrder order, String number, Map<OfferId, OfferedItem> offered, List<TaxRate> rates) {
        var deal = deal(order, offered, rates);
        var id = new OrderId(UUID.nameUUIDFromBytes(("order " + checkoutOf(order)).getBytes(StandardCharsets.UTF_8)));
        var events = new ArrayList<>(List.of(Sale.Event.placed(order.placedAt())));
        var sent = new ArrayList<Sale.Sent>();
        if (order.state() == OrderState.CANCELED) {
            var at = after(order.placedAt(), UNTIL_CANCELED);
            events.add(new Sale.Event(null, at, OrderDetails.Kind.CANCELED, ACTOR, Map.of()));
        } else if (order.state() != OrderState.CONFIRMED) {
            deal.parcels().forEach(parcel -> send(order, parcel.seller(), id, events, sent));
        }
        return new Sale(
                id,
                number,
                checkoutOf(order),
                null,
                order.account(),
                order.locale(),
                order.state(),
                order.paymentMethod(),
                deal,
                order.placedAt(),
                events,
                sent);
    }

    /** Nobody kept when it left and arrived: a day, and two more on the way. */
    private void send(PastOrder order, SellerId seller, OrderId id, List<Sale.Event> events, List<Sale.Sent> sent) {
        var shipped = after(order.placedAt(), UNTIL_SENT);
        var delivered = order.state() == OrderState.DELIVERED ? after(shipped, ON_THE_WAY) : null;
        var number = ("P" + id.toString().substring(0, 8) + seller.toString().substring(30)).toUpperCase(Locale.ROOT);
        events.add(new Sale.Event(
                seller, shipped, OrderDetails.Kind.SHIPPED, ACTOR, Map.of("carrier", "Post", "tracking", number)));
        if (delivered != null) {
            events.add(new Sale.Event(seller, delivered, OrderDetails.Kind.DELIVERED, ACTOR, Map.of()));
        }
        sent.add(new Sale.Sent(seller, "Post", number, null, shipped, delivered));
    }

    /** So long after; where that is still to come, halfway to now, because it has happened. */
    private Instant after(Instant earlier, Duration usual) {
        var now = clock.instant();
        var at = earlier.plus(usual);
        return at.isBefore(now)
                ? at
                : earlier.plus(Duration.between(earlier, now).dividedBy(2));
    }

    private Deal deal(PastOrder order, Map<OfferId, OfferedItem> offered, List<TaxRate> rates) {
        var items = new ArrayList<Deal.Item>();
        var lines = new ArrayList<PriceLine>();
        var worth = new LinkedHashMap<SellerId, Money>();
        var names = new HashMap<SellerId, String>();
        for (var line : order.lines()) {
            var item = offered.get(line.offer());
            if (item == null) {
                throw new IllegalArgumentException(order.reference() + ": no offer " + line.offer());
            }
            int lineNo = items.size() + 1;
            items.add(item(lineNo, item, line.quantity()));
            lines.add(new PriceLine(
                    lineNo,
                    item.seller(),
                    item.title(),
                    line.unitPrice(),
                    line.quantity(),
                    Money.zero(line.unitPrice().currency()),
                    item.taxClass()));
            worth.merge(item.seller(), line.unitPrice().times(line.quantity()), Money::plus);
            names.put(item.seller(), item.sellerName());
        }
        var quote = quote(order, lines, worth, rates);
        var parcels = worth.keySet().stream()
                .map(seller ->
                        new Deal.Parcel(seller, names.get(seller), order.shippingMethod(), order.shippingLabel(), 0, 0))
                .toList();
        return new Deal(order.email(), order.address(), items, parcels, quote, null, List.of());
    }

    private Quote quote(PastOrder order, List<PriceLine> lines, Map<SellerId, Money> worth, List<TaxRate> rates) {
        var shares = order.shippingPrice()
                .allocate(worth.values().stream().mapToLong(Money::minorUnits).toArray());
        var parcels = new ArrayList<ParcelShipping>();
        for (var seller : worth.keySet()) {
            parcels.add(new ParcelShipping(seller, shares.get(parcels.size())));
        }
        var address = order.address();
        return pricing.price(
                new PriceRequest(address.country(), address.region(), lines, parcels),
                order.placedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                rates);
    }

    private static Deal.Item item(int lineNo, OfferedItem item, int quantity) {
        return new Deal.Item(
                lineNo,
                item.offer(),
                item.product(),
                item.variant(),
                item.seller(),
                item.slug(),
                item.sku(),
                item.title(),
                item.choices(),
                item.imageKey(),
                quantity);
    }

    /** Titles are kept in the tenant's own language: what they were in another one nobody knows. */
    private Map<OfferId, OfferedItem> offered(List<PastOrder> orders) {
        var offers = new HashSet<OfferId>();
        orders.forEach(order -> order.lines().forEach(line -> offers.add(line.offer())));
        return catalog.offered(offers, tenancy.current().defaultLocale());
    }

    private static List<PastSales.PastSale> movements(List<Sale> sales) {
        return sales.stream()
                .filter(sale -> sale.state() != OrderState.CANCELED)
                .flatMap(sale -> sale.deal().items().stream()
                        .map(item -> new PastSales.PastSale(
                                sale.order().value(), item.lineNo(), item.offer(), item.quantity(), sale.placedAt())))
                .toList();
    }

    private static Map<LocalDate, Map<ProductId, Integer>> soldByDay(List<Sale> sales) {
        var days = new TreeMap<LocalDate, Map<ProductId, Integer>>();
        for (var sale : sales) {
            if (sale.state() != OrderState.CANCELED) {
                var sold = days.computeIfAbsent(
                        LocalDate.ofInstant(sale.placedAt(), ZoneOffset.UTC), day -> new HashMap<>());
                sale.deal().items().forEach(item -> sold.merge(item.product(), item.quantity(), Integer::sum));
            }
        }
        return days;
    }

    private Set<UUID> known() {
        List<UUID> ids =
                database.call(sql -> sql.createQuery("SELECT checkout_id FROM purchase WHERE payment_id IS NULL")
                        .mapTo(UUID.class)
                        .list());
        return new HashSet<>(ids);
    }

    /** The same reference is always the same order. */
    private static CheckoutId checkoutOf(PastOrder order) {
        return new CheckoutId(UUID.nameUUIDFromBytes(("past " + order.reference()).getBytes(StandardCharsets.UTF_8)));
    }
}
