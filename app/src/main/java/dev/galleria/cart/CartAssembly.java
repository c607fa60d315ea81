package dev.galleria.cart;

import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.inventory.Supply;
import dev.galleria.platform.Money;
import dev.galleria.pricing.lists.PriceBook;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what is in a cart together with what the offers are worth and whether they can be had. */
final class CartAssembly {
    private CartAssembly() {}

    static CartView view(
            List<CartContent.Line> lines,
            Map<OfferId, OfferedItem> offered,
            Map<OfferId, Supply> supply,
            PriceBook book,
            Currency currency) {
        var bySeller = new LinkedHashMap<SellerId, List<CartLine>>();
        var vanished = new ArrayList<CartView.Vanished>();
        int count = 0;
        for (var line : lines) {
            count += line.quantity();
            var item = offered.get(line.offer());
            if (item == null) {
                vanished.add(new CartView.Vanished(line.offer(), line.title(), line.quantity()));
            } else {
                bySeller.computeIfAbsent(item.seller(), seller -> new ArrayList<>())
                        .add(line(line, item, supply.getOrDefault(line.offer(), Supply.NONE), book));
            }
        }
        var parcels = bySeller.values().stream()
                .map(own -> new CartParcel(
                        own.get(0).item().seller(), own.get(0).item().sellerName(), own, sum(own, currency)))
                .toList();
        var subtotal = parcels.stream().map(CartParcel::subtotal).reduce(Money.zero(currency), Money::plus);
        return new CartView(parcels, vanished, count, subtotal);
    }

    private static CartLine line(CartContent.Line line, OfferedItem offered, Supply supply, PriceBook book) {
        int available = supply.orderable();
        var price = book.price(offered.offer(), offered.price(), line.quantity());
        var item = book.sold(offered, line.quantity());
        boolean repriced = line.seenOtherwise(item.price());
        var before = repriced ? new Money(line.unitMinor(), item.price().currency()) : null;
        return new CartLine(
                item,
                line.quantity(),
                before,
                item.price().times(line.quantity()),
                availability(line.quantity(), item, available),
                available,
                promise(line.quantity(), supply),
                price.reason());
    }

    private static CartLine.@Nullable Promise promise(int wanted, Supply supply) {
        var terms = supply.terms();
        return terms == null || !supply.waits(wanted)
                ? null
                : new CartLine.Promise(wanted - Math.max(0, supply.free()), terms);
    }

    private static CartLine.Availability availability(int wanted, OfferedItem item, int available) {
        if (!item.onSale()) {
            return CartLine.Availability.WITHDRAWN;
        }
        if (available <= 0) {
            return CartLine.Availability.SOLD_OUT;
        }
        return available < wanted ? CartLine.Availability.FEWER : CartLine.Availability.AVAILABLE;
    }

    private static Money sum(List<CartLine> lines, Currency currency) {
        return lines.stream()
                .filter(line -> line.availability() == CartLine.Availability.AVAILABLE
                        || line.availability() == CartLine.Availability.FEWER)
                .map(CartLine::total)
                .reduce(Money.zero(currency), Money::plus);
    }
}
