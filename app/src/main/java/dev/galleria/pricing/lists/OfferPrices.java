package dev.galleria.pricing.lists;

import dev.galleria.account.Account;
import dev.galleria.account.AccountId;
import dev.galleria.account.CurrentAccount;
import dev.galleria.account.GroupId;
import dev.galleria.account.Groups;
import dev.galleria.catalog.FixedPrices;
import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Database;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What offers cost a customer now, always read fresh: product page, cart and checkout ask here. */
@ApplicationScoped
public class OfferPrices implements FixedPrices {
    private static final String LISTS =
            """
            SELECT now() AS at, l.id, l.name, l.group_id, l.currency, l.starts_at, l.ends_at, l.priority, l.percent_off,
                   o.offer_id,
                   array(SELECT e.min_quantity FROM price_list_entry e WHERE e.list_id = l.id AND e.offer_id = o.offer_id
                          ORDER BY e.min_quantity) AS quantities,
                   array(SELECT e.price_minor FROM price_list_entry e WHERE e.list_id = l.id AND e.offer_id = o.offer_id
                          ORDER BY e.min_quantity) AS prices
              FROM price_list l CROSS JOIN unnest(:offers) AS o (offer_id)
             WHERE l.active AND l.currency IN (:own, :currency) AND (l.group_id IS NULL OR l.group_id = CAST(:group AS uuid))
               AND (l.starts_at IS NULL OR l.starts_at <= now()) AND (l.ends_at IS NULL OR now() < l.ends_at)
               AND (l.percent_off > 0 OR EXISTS (SELECT FROM price_list_entry e
                                                  WHERE e.list_id = l.id AND e.offer_id = o.offer_id))""";

    @Inject
    Database database;

    @Inject
    Groups groups;

    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    private record Row(Instant at, OfferId offer, ListedPrice price) {}

    /**
     * The prices of these offers for that account, or for a visitor who has none, in that currency, or in the marketplace's own
     * if it does not sell in that. By the database's clock.
     */
    public PriceBook of(Collection<OfferId> offers, @Nullable AccountId account, Currency currency) {
        var exchange = tenancy.current().exchange(currency);
        var group = Optional.ofNullable(account).flatMap(groups::of).orElse(null);
        List<Row> rows = offers.isEmpty() ? List.of() : rows(offers, group, exchange);
        Map<OfferId, List<ListedPrice>> lists = new LinkedHashMap<>();
        rows.forEach(row ->
                lists.computeIfAbsent(row.offer(), offer -> new ArrayList<>()).add(row.price()));
        var at = rows.isEmpty() ? clock.instant() : rows.get(0).at();
        return new PriceBook(lists, group, exchange, at);
    }

    @Override
    public Map<OfferId, Money> fixed(Collection<OfferId> offers, Currency currency) {
        var book = of(offers, null, currency);
        Map<OfferId, Money> fixed = new LinkedHashMap<>();
        book.lists().forEach((offer, lists) -> UnitPrice.fixed(lists, currency, book.at())
                .ifPresent(price -> fixed.put(offer, price)));
        return fixed;
    }

    @Override
    public Map<OfferId, Money> own(Map<OfferId, Money> general, Currency currency) {
        var book = of(general.keySet(), current.find().map(Account::id).orElse(null), currency);
        Map<OfferId, Money> own = new LinkedHashMap<>();
        for (var offer : book.lists().keySet()) {
            var price = book.price(offer, general.get(offer), 1);
            if (price.reason() != null) {
                own.put(offer, price.price());
            }
        }
        return own;
    }

    private List<Row> rows(Collection<OfferId> offers, @Nullable GroupId group, Exchange exchange) {
        return database.call(sql -> sql.createQuery(LISTS)
                .bindArray(
                        "offers",
                        UUID.class,
                        offers.stream().map(OfferId::value).toList())
                .bind("own", exchange.from().getCurrencyCode())
                .bind("currency", exchange.to().getCurrencyCode())
                .bind("group", group == null ? null : group.value())
                .map((row, context) -> read(row))
                .list());
    }

    private static Row read(ResultSet row) throws SQLException {
        var group = row.getObject("group_id", UUID.class);
        return new Row(
                row.getTimestamp("at").toInstant(),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new ListedPrice(
                        new PriceListId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        group == null ? null : new GroupId(group),
                        Currency.getInstance(row.getString("currency")),
                        PriceListStore.instant(row.getTimestamp("starts_at")),
                        PriceListStore.instant(row.getTimestamp("ends_at")),
                        row.getInt("priority"),
                        row.getInt("percent_off"),
                        PriceListStore.tiers(row)));
    }
}
