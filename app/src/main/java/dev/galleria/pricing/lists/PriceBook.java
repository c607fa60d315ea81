package dev.galleria.pricing.lists;

import dev.galleria.account.GroupId;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.catalog.ShownPrice;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What price lists say of some offers to one customer at one moment. Reads nothing: every price is computed by
 * {@link UnitPrice#of}, in the currency that the exchange leads to.
 *
 * @param lists by offer; offers that no list speaks of are left out
 */
public record PriceBook(Map<OfferId, List<ListedPrice>> lists, @Nullable GroupId group, Exchange exchange, Instant at) {

    /** A step of a table of quantities. */
    public record Step(int from, UnitPrice price) {}

    /** What one of so many of the offer costs, given its general price in the marketplace's currency. */
    public UnitPrice price(OfferId offer, Money general, int quantity) {
        return UnitPrice.of(new ShownPrice(general, null, null), of(offer), group, exchange, quantity, at);
    }

    /** The item as it is sold to this customer in that quantity; a price of a list is compared with nothing. */
    public OfferedItem sold(OfferedItem item, int quantity) {
        var price = price(item.offer(), item.price(), quantity);
        if (price.reason() != null) {
            return item.at(price.price());
        }
        var general = new ShownPrice(item.price(), item.listPrice(), null);
        var fixed = UnitPrice.fixed(of(item.offer()), exchange.to(), at).orElse(null);
        return exchange.same() ? item : item.at(general.in(exchange, fixed));
    }

    private List<ListedPrice> of(OfferId offer) {
        return lists.getOrDefault(offer, List.of());
    }

    /** All quantities up to the given one at which the price changes, from 1 on; one step if it never does. */
    public List<Step> steps(OfferId offer, Money general, int most) {
        var quantities = new TreeSet<Integer>();
        quantities.add(1);
        for (var list : of(offer)) {
            list.tiers().stream()
                    .map(Tier::minQuantity)
                    .filter(quantity -> quantity <= most)
                    .forEach(quantities::add);
        }
        var steps = new ArrayList<Step>();
        for (int quantity : quantities) {
            var price = price(offer, general, quantity);
            if (steps.isEmpty() || !steps.get(steps.size() - 1).price().price().equals(price.price())) {
                steps.add(new Step(quantity, price));
            }
        }
        return List.copyOf(steps);
    }
}
