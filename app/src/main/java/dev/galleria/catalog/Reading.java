package dev.galleria.catalog;

import dev.galleria.platform.Money;
import dev.galleria.tenancy.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose texts and amounts are read: the language asked for, the tenant's own for what is not translated, its currency. */
record Reading(String locale, String fallback, Currency currency) {
    static Reading of(Tenant tenant, Locale locale) {
        return new Reading(locale.toLanguageTag(), tenant.defaultLocale().toLanguageTag(), tenant.currency());
    }

    Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), currency);
    }

    @Nullable
    Money moneyOrNull(ResultSet row, String column) throws SQLException {
        long minor = row.getLong(column);
        return row.wasNull() ? null : new Money(minor, currency);
    }
}
