package dev.galleria.shipping;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The shop's shipping methods. One parcel per seller, priced by its own worth. */
@ApplicationScoped
public class Shipping {
    /** A row as it lies in the table, with the label in the language asked for. */
    public record Row(
            String code, String label, long priceMinor, @Nullable Long freeFromMinor, int minDays, int maxDays) {}

    private static final String METHODS =
            """
            SELECT code, coalesce(labels ->> :language, labels ->> :fallback, code) AS label,
                   price_minor, free_from_minor, min_days, max_days
              FROM shipping_method WHERE :country = ANY (countries)
             ORDER BY position, code""";

    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    /** How a parcel of that worth can be sent to that country, in the shop's order and the worth's currency; empty when it cannot. */
    public List<ShippingOption> options(String country, Money parcelSubtotal, Locale locale) {
        return database.call(sql -> sql.createQuery(METHODS)
                .bind("country", country)
                .bind("language", locale.getLanguage())
                .bind("fallback", tenancy.current().defaultLocale().getLanguage())
                .mapTo(Row.class)
                .map(row -> option(row, parcelSubtotal))
                .list());
    }

    /** One of {@link #options}, by its code. */
    public Optional<ShippingOption> option(String code, String country, Money parcelSubtotal, Locale locale) {
        return options(country, parcelSubtotal, locale).stream()
                .filter(option -> option.code().equals(code))
                .findFirst();
    }

    /** The countries that at least one method reaches, sorted by code. */
    public Set<String> countries() {
        List<String> countries =
                database.call(sql -> sql.createQuery("SELECT DISTINCT unnest(countries) FROM shipping_method")
                        .mapTo(String.class)
                        .list());
        return new TreeSet<>(countries);
    }

    /** Adds methods or replaces those of the same code. Safe to repeat. */
    @Transactional
    public void define(List<ShippingMethod> methods) {
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO shipping_method
                        (id, code, labels, countries, price_minor, free_from_minor, min_days, max_days, position)
                    VALUES (:id, :code, CAST(:labels AS jsonb), :countries, :price, :freeFrom, :minDays, :maxDays, :position)
                    ON CONFLICT (code) DO UPDATE
                       SET labels = excluded.labels, countries = excluded.countries, price_minor = excluded.price_minor,
                           free_from_minor = excluded.free_from_minor, min_days = excluded.min_days,
                           max_days = excluded.max_days, position = excluded.position""");
            for (var method : methods) {
                var free = method.freeFrom();
                batch.bind("id", Ids.next())
                        .bind("code", method.code())
                        .bind("labels", Json.write(method.labels()))
                        .bindArray("countries", String.class, List.copyOf(method.countries()))
                        .bind("price", method.price().minorUnits())
                        .bind("freeFrom", free == null ? null : (Long) free.minorUnits())
                        .bind("minDays", method.minDays())
                        .bind("maxDays", method.maxDays())
                        .bind("position", method.position())
                        .add();
            }
            return batch.execute();
        });
    }

    private ShippingOption option(Row row, Money subtotal) {
        var exchange = tenancy.current().exchange(subtotal.currency());
        var freeFrom = row.freeFromMinor();
        boolean free = freeFrom != null
                && !exchange.convert(new Money(freeFrom, exchange.from())).isMoreThan(subtotal);
        var price = free ? Money.zero(exchange.to()) : exchange.convert(new Money(row.priceMinor(), exchange.from()));
        return new ShippingOption(row.code(), row.label(), price, row.minDays(), row.maxDays());
    }
}
