package dev.galleria.pricing.lists;

import dev.galleria.account.GroupId;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.OfferedItem;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What price lists say of some offers to one customer at one moment. Reads nothing: every price is computed by
 * {@link UnitPrice#of}.
 *
 * @param lists by offer; offers that no list speaks of are left out
 */
public record PriceBook(Map<OfferId, List<ListedPrice>> lists, @Nullable GroupId group, Currency currency, Instant at) {

    /** A step of a table of quantities. */
    public record Step(int from, UnitPrice price) {}

    /** What one of so many of the offer costs, given its general price in the marketplace's currency. */
    public UnitPrice price(OfferId offer, Money general, int quantity) {
        return UnitPrice.of(general, lists.getOrDefault(offer, List.of()), group, currency, quantity, at)
                .orElseGet(() -> new UnitPrice(general, general, null));
    }

    /** The item as it is sold to this customer in that quantity; a price of a list is compared with nothing. */
    public OfferedItem sold(OfferedItem item, int quantity) {
        var price = price(item.offer(), item.price(), quantity);
        return price.reason() == null ? item : item.at(price.price());
    }

    /** All quantities up to the given one at which the price changes, from 1 on; one step if it never does. */
    public List<Step> steps(OfferId offer, Money general, int most) {
        var quantities = new TreeSet<Integer>();
        quantities.add(1);
        for (var list : lists.getOrDefault(offer, List.of())) {
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
