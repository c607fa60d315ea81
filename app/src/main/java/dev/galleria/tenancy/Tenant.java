package dev.galleria.tenancy;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One marketplace as the registry knows it. CREATING → ACTIVE ⇄ SUSPENDED; FAILED can be created again. */
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
