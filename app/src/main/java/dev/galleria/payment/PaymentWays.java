package dev.galleria.payment;

import dev.galleria.account.Account;
import dev.galleria.account.Role;
import dev.galleria.payment.GatewayAccounts.Keys;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which ways to pay the marketplace offers, and where; set by its owner. */
@ApplicationScoped
@Transactional
public class PaymentWays {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern KEY = Pattern.compile("[!-~]{1,500}");

    @Inject
    Database database;

    @Inject
    Gateways gateways;

    @Inject
    GatewayAccounts accounts;

    record Stored(String gateway, boolean enabled, String countries, @Nullable String keyId, boolean sealed) {
        Set<String> where() {
            return countries.isBlank() ? Set.of() : new TreeSet<>(Arrays.asList(countries.split(" ")));
        }
    }

    /** Every way there is, switched on or not, by name. Whoever is not of the marketplace is a Problem (FORBIDDEN). */
    public List<PaymentWay> list(Account who) {
        requireStaff(who);
        var stored = stored();
        return gateways.known().stream()
                .map(gateway -> {
                    var set = stored.get(gateway.name());
                    return new PaymentWay(
                            gateway.name(),
                            gateway.offered(),
                            on(gateway, set),
                            set == null ? Set.of() : set.where(),
                            gateway.keyed(),
                            set == null || set.keyId() == null ? "" : set.keyId(),
                            set != null && set.sealed());
                })
                .toList();
    }

    /** What a shopper from that country who pays in that currency is offered, by name; null where it is not known yet. */
    public List<String> offered(@Nullable String country, @Nullable Currency currency) {
        var stored = stored();
        return gateways.known().stream()
                .filter(gateway -> on(gateway, stored.get(gateway.name())) && gateway.offered())
                .filter(gateway -> currency == null || gateway.takes(currency))
                .filter(gateway -> country == null || in(stored.get(gateway.name()), country))
                .map(PaymentGateway::name)
                .toList();
    }

    private static boolean on(PaymentGateway gateway, @Nullable Stored set) {
        return set == null ? gateway.offeredUnasked() : set.enabled();
    }

    private static boolean in(@Nullable Stored set, String country) {
        return set == null || set.where().isEmpty() || set.where().contains(country);
    }

    /**
     * Switches a way on or off, everywhere or in some countries. The last one cannot be switched off, nor one without keys
     * on: Problem (REFUSED). Whoever is not the owner is a Problem (FORBIDDEN).
     */
    public void offer(Account who, String name, boolean on, Set<String> countries) {
        requireOwner(who);
        var gateway = gateways.get(name);
        if (!COUNTRIES.containsAll(countries)) {
            throw Problem.invalid("payment/unknown-country", countries);
        }
        if (on && !gateway.offered()) {
            throw Problem.refused("payment/no-keys", name);
        }
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO payment_way (gateway, enabled, countries, changed_by) VALUES (:gateway, :on, :countries, :who)
                        ON CONFLICT (gateway) DO UPDATE SET enabled = :on, countries = :countries, changed_by = :who, changed_at = now()""")
                .bind("gateway", name)
                .bind("on", on)
                .bind("countries", String.join(" ", new TreeSet<>(countries)))
                .bind("who", who.email())
                .execute());
        if (offered(null, null).isEmpty()) {
            throw Problem.refused("payment/last-way", name);
        }
    }

    /** Keeps the tenant's own keys, sealed; they are never shown again. Only the owner may. */
    public void keys(Account who, String name, String id, String secret) {
        requireOwner(who);
        if (!gateways.get(name).keyed()
                || !KEY.matcher(secret).matches()
                || !id.isEmpty() && !KEY.matcher(id).matches()) {
            throw Problem.invalid("payment/malformed-keys", name);
        }
        store(who, name, id, Seal.ofPlatform().close(accounts.purpose(name, "key"), secret));
    }

    /** Forgets the tenant's own keys. Only the owner may. */
    public void forgetKeys(Account who, String name) {
        requireOwner(who);
        store(who, name, null, null);
    }

    private void store(Account who, String name, @Nullable String id, @Nullable String sealed) {
        var keys = new Keys(id == null ? "" : id, sealed == null ? "" : sealed);
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO payment_way (gateway, enabled, key_id, key_sealed, changed_by)
                        VALUES (:gateway, :on, nullif(:id, ''), nullif(:sealed, ''), :who)
                        ON CONFLICT (gateway) DO UPDATE SET key_id = nullif(:id, ''), key_sealed = nullif(:sealed, ''),
                               changed_by = :who, changed_at = now()""")
                .bind("gateway", name)
                .bind("on", gateways.get(name).offeredUnasked())
                .bind("id", keys.id())
                .bind("sealed", keys.secret())
                .bind("who", who.email())
                .execute());
    }

    /** For setting up a marketplace from data: switches a way on everywhere. */
    public void offerFromData(String name) {
        gateways.get(name);
        database.call(sql -> sql.execute(
                "INSERT INTO payment_way (gateway, enabled, changed_by) VALUES (?, true, 'set-up') ON CONFLICT DO NOTHING",
                name));
    }

    private Map<String, Stored> stored() {
        return database
                .call(sql -> sql.createQuery(
                                "SELECT gateway, enabled, countries, key_id, key_sealed IS NOT NULL AS sealed FROM payment_way")
                        .mapTo(Stored.class)
                        .list())
                .stream()
                .collect(Collectors.toMap(Stored::gateway, Function.identity()));
    }

    private static void requireOwner(Account who) {
        if (!who.is(Role.OWNER)) {
            throw Problem.forbidden("payment/owner-only", who.id());
        }
    }

    static void requireStaff(Account who) {
        if (!who.is(Role.OWNER) && !who.is(Role.STAFF)) {
            throw Problem.forbidden("payment/staff-only", who.id());
        }
    }
}
