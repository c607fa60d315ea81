package dev.galleria.pricing.lists;

import dev.galleria.account.GroupId;
import dev.galleria.catalog.ShownPrice;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.pricing.lists.ListedPrice.Applied;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one piece costs a customer, and why.
 *
 * @param general what it costs everybody at this moment; null where it has no general price in that currency
 * @param reason the price list that decides; null where the general price does
 */
public record UnitPrice(Money price, @Nullable Money general, @Nullable Reason reason) {

    /** "Trade price list, from 10 pieces": from 1 is from the first. */
    public record Reason(String list, int from) {}

    /**
     * What one of so many costs in the shopper's currency. Lists in that currency go before conversion: where one of them speaks
     * of the offer to this customer, lists in the marketplace's currency are silent about it. Otherwise whatever
     * {@link #of(Money, Collection, GroupId, Currency, int, Instant)} says in the marketplace's currency is converted.
     *
     * @param general in the marketplace's currency
     * @param lists in either currency
     */
    public static UnitPrice of(
            ShownPrice general,
            Collection<ListedPrice> lists,
            @Nullable GroupId group,
            Exchange exchange,
            int quantity,
            Instant at) {
        var usual = general.in(exchange, fixed(lists, exchange.to(), at).orElse(null))
                .price();
        if (exchange.same() || lists.stream().anyMatch(list -> list.applies(group, exchange.to(), at))) {
            return of(usual, lists, group, exchange.to(), quantity, at).orElseThrow();
        }
        var own =
                of(general.price(), lists, group, exchange.from(), quantity, at).orElseThrow();
        return own.reason() == null
                ? new UnitPrice(usual, usual, null)
                : new UnitPrice(exchange.convert(own.price()), usual, own.reason());
    }

    /** What everybody pays for one by a list in that currency; none if only a percentage is known. */
    static Optional<Money> fixed(Collection<ListedPrice> lists, Currency currency, Instant at) {
        return of(null, lists, null, currency, 1, at).map(UnitPrice::price);
    }

    /**
     * Which price wins, by one rule: of the lists that speak to the customer, in that currency, at that moment, about that
     * quantity, the one of the highest priority decides, the lower price among equals; but nobody pays more than the general
     * price. Empty when there is no price in that currency.
     *
     * @param general of the offer at that moment, whatever sale is on; null if it has none
     * @param quantity at least 1
     */
    public static Optional<UnitPrice> of(
            @Nullable Money general,
            Collection<ListedPrice> lists,
            @Nullable GroupId group,
            Currency currency,
            int quantity,
            Instant at) {
        var usual = general != null && general.currency().equals(currency) ? general : null;
        var decided = lists.stream()
                .filter(list -> list.applies(group, currency, at))
                .flatMap(list -> list.at(quantity, usual).stream())
                .min(Comparator.comparingInt((Applied one) -> -one.list().priority())
                        .thenComparing(one -> one.price().minorUnits())
                        .thenComparing(one -> one.list().list().toString()));
        if (decided.isEmpty()
                || usual != null && usual.minorUnits() <= decided.get().price().minorUnits()) {
            return Optional.ofNullable(usual).map(price -> new UnitPrice(price, price, null));
        }
        var won = decided.get();
        return Optional.of(
                new UnitPrice(won.price(), usual, new Reason(won.list().name(), won.from())));
    }
}
