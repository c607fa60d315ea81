package dev.galleria.tenancy;

import dev.galleria.platform.Exchange;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One marketplace as the registry knows it. CREATING → ACTIVE ⇄ SUSPENDED; FAILED can be created again.
 *
 * @param currency its own: offers have their prices in it
 * @param exchanges from it to the others that it can be paid in, by code
 */
public record Tenant(
        TenantId id,
        String slug,
        String schema,
        String role,
        String name,
        String plan,
        State state,
        @Nullable String schemaVersion,
        @Nullable String failure,
        String theme,
        Currency currency,
        List<Exchange> exchanges,
        String country,
        Locale defaultLocale,
        List<Locale> locales,
        boolean pricesIncludeTax,
        Map<String, String> taglines,
        String mailFrom,
        Instant createdAt,
        @Nullable Instant lastOrderAt) {

    /** Where it is in its life. */
    public enum State {
        CREATING,
        ACTIVE,
        SUSPENDED,
        FAILED
    }

    /** From its own currency to the one of that code; empty if it does not sell in that. */
    public Optional<Exchange> exchange(String code) {
        return currency.getCurrencyCode().equals(code)
                ? Optional.of(Exchange.none(currency))
                : exchanges.stream()
                        .filter(one -> one.to().getCurrencyCode().equals(code))
                        .findFirst();
    }

    /** The same; a currency that it does not sell in leaves it at its own. */
    public Exchange exchange(Currency wanted) {
        return exchange(wanted.getCurrencyCode()).orElseGet(() -> Exchange.none(currency));
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    /** Whether it is a marketplace, open or closed, whose tables are what this version of the application needs. */
    public boolean served() {
        return isMarketplace() && failure == null;
    }

    /** Whether its tables could not be brought to what this version of the application needs: nothing may work on it. */
    public boolean behind() {
        return isMarketplace() && failure != null;
    }

    private boolean isMarketplace() {
        return state == State.ACTIVE || state == State.SUSPENDED;
    }

    /** The line under the name, in that language or the tenant's own. */
    public String tagline(Locale locale) {
        return taglines.getOrDefault(locale.getLanguage(), taglines.getOrDefault(defaultLocale.getLanguage(), ""));
    }
}
