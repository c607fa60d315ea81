package dev.galleria.account;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code account} and {@code account_role}. */
@ApplicationScoped
class AccountStore {
    private static final String SESSION =
            """
            a.id = (SELECT s.account_id FROM account_session s
                     WHERE s.token_hash = :value AND s.expires_at > now()""";

    @Inject
    Database database;

    @PersistenceContext(unitName = "galleria")
    EntityManager entities;

    /** What a sign-in is checked against. */
    public record Row(
            UUID id,
            String email,
            String name,
            String passwordHash,
            String locale,
            String roles,
            @Nullable UUID seller) {}

    /** An account's secret, as far as it is stored. */
    record Credentials(AccountId id, String passwordHash) {}

    Optional<Credentials> credentials(String email) {
        return row("a.email = :value", email).map(row -> new Credentials(new AccountId(row.id()), row.passwordHash()));
    }

    Optional<Account> find(AccountId id) {
        return row("a.id = :value", id.value()).map(AccountStore::account);
    }

    /** Whose live browser's session that is. */
    Optional<Account> bySession(String token) {
        return row(SESSION + " AND s.serial IS NULL)", Secrets.hash(token)).map(AccountStore::account);
    }

    /** Whose live program's session that is. */
    Optional<Account> byGrant(String grant) {
        return row(SESSION + " AND s.serial IS NOT NULL)", Secrets.hash(grant)).map(AccountStore::account);
    }

    private static Account account(Row row) {
        return new Account(
                new AccountId(row.id()),
                row.email(),
                row.name(),
                Locale.forLanguageTag(row.locale()),
                roles(row.roles()),
                row.seller());
    }

    void confirm(AccountId id) {
        database.call(sql -> sql.execute("UPDATE account SET email_confirmed = true WHERE id = ?", id.value()));
    }

    Optional<String> confirmedEmail(AccountId id) {
        return database.call(sql -> sql.createQuery("SELECT email FROM account WHERE id = :id AND email_confirmed")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
    }

    /** To be changed in the surrounding transaction. */
    Person entity(AccountId id) {
        var person = entities.find(Person.class, id.value());
        if (person == null) {
            throw Problem.notFound("account/unknown", id);
        }
        return person;
    }

    /** False when the address has an account already, however many try at once. */
    boolean insert(AccountId id, String email, String name, String hash, Locale locale) {
        return database.call(sql -> sql.execute(
                        """
                        INSERT INTO account (id, email, name, password_hash, locale) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (email) DO NOTHING""",
                        id.value(),
                        email,
                        name,
                        hash,
                        locale.toLanguageTag()))
                == 1;
    }

    void grant(AccountId id, Role role, @Nullable UUID seller) {
        if ((role == Role.SELLER) != (seller != null)) {
            throw new IllegalArgumentException("A seller's role, and no other, names a seller");
        }
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO account_role (account_id, role, seller_id) VALUES (:id, :role, :seller)
                        ON CONFLICT DO NOTHING""")
                .bind("id", id.value())
                .bind("role", role.name())
                .bind("seller", seller)
                .execute());
    }

    void revoke(AccountId id, Role role) {
        database.call(sql ->
                sql.execute("DELETE FROM account_role WHERE account_id = ? AND role = ?", id.value(), role.name()));
    }

    Map<String, AccountId> insertAll(List<NewAccount> accounts, String hash) {
        var byEmail = new HashMap<String, NewAccount>();
        for (var account : accounts) {
            var email = Emails.normalize(account.email())
                    .orElseThrow(() -> Problem.refused("account/email", account.email()));
            byEmail.put(email, account);
        }
        return database.call(sql -> {
            insertRows(sql, byEmail, hash);
            var ids = ids(sql, byEmail.keySet());
            insertRoles(sql, byEmail, ids);
            insertAddresses(sql, byEmail, ids);
            return ids;
        });
    }

    private static void insertRows(Handle sql, Map<String, NewAccount> accounts, String hash) {
        var batch = sql.prepareBatch(
                """
                INSERT INTO account (id, email, name, password_hash, locale, created_at)
                VALUES (:id, :email, :name, :hash, :locale, :createdAt) ON CONFLICT (email) DO NOTHING""");
        accounts.forEach((email, account) -> batch.bind("id", Ids.next())
                .bind("email", email)
                .bind("name", account.name())
                .bind("hash", hash)
                .bind("locale", account.locale().toLanguageTag())
                .bind("createdAt", account.createdAt())
                .add());
        if (!accounts.isEmpty()) {
            batch.execute();
        }
    }

    private static Map<String, AccountId> ids(Handle sql, Set<String> emails) {
        return sql
                .createQuery("SELECT id, email FROM account WHERE email = ANY (:emails)")
                .bindArray("emails", String.class, new ArrayList<>(emails))
                .map((row, context) ->
                        Map.entry(row.getString("email"), new AccountId(row.getObject("id", UUID.class))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void insertRoles(Handle sql, Map<String, NewAccount> accounts, Map<String, AccountId> ids) {
        var batch = sql.prepareBatch(
                "INSERT INTO account_role (account_id, role, seller_id) VALUES (:id, :role, :seller) ON CONFLICT DO NOTHING");
        accounts.forEach((email, account) -> account.roles()
                .forEach(role -> batch.bind("id", ids.get(email).value())
                        .bind("role", role.name())
                        .bind("seller", role == Role.SELLER ? account.seller() : null)
                        .add()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void insertAddresses(Handle sql, Map<String, NewAccount> accounts, Map<String, AccountId> ids) {
        var known = new HashSet<>(sql.createQuery("SELECT DISTINCT account_id FROM address")
                .mapTo(UUID.class)
                .list());
        accounts.forEach((email, account) -> {
            var id = ids.get(email);
            if (!known.contains(id.value())) {
                boolean first = true;
                for (var address : account.addresses()) {
                    AddressStore.insert(sql, id, address.normalized(), first);
                    first = false;
                }
            }
        });
    }

    private Optional<Row> row(String condition, Object value) {
        return database.call(sql -> sql.createQuery(
                        """
                        SELECT a.id, a.email, a.name, a.password_hash, a.locale,
                               coalesce((SELECT string_agg(DISTINCT r.role, ',') FROM account_role r
                                          WHERE r.account_id = a.id), '') AS roles,
                               (SELECT r.seller_id FROM account_role r
                                 WHERE r.account_id = a.id AND r.role = 'SELLER' ORDER BY r.seller_id LIMIT 1) AS seller
                          FROM account a WHERE <condition>""")
                .define("condition", condition)
                .bind("value", value)
                .mapTo(Row.class)
                .findOne());
    }

    private static Set<Role> roles(String names) {
        return Stream.of(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
