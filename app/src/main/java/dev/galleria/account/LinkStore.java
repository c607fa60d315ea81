package dev.galleria.account;

import dev.galleria.platform.Database;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of {@code account_link}. Of a token only its hash is stored. */
@ApplicationScoped
class LinkStore {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String COLUMNS = "kind, account_id, email, name, locale, next_page";

    @Inject
    Database database;

    /** What a link is about. */
    public record Row(
            String kind, @Nullable UUID accountId, String email, String name, String locale, String nextPage) {}

    /** Writes a link; those that have run out go. */
    void insert(String token, LinkAsked asked, Optional<AccountId> account) {
        database.call(sql -> {
            sql.execute("DELETE FROM account_link WHERE expires_at < now()");
            return sql.createUpdate(
                            """
                            INSERT INTO account_link (token_hash, kind, account_id, email, name, locale, next_page, expires_at)
                            VALUES (:hash, :kind, :account, :email, :name, :locale, :next, now() + :life * interval '1 second')""")
                    .bind("hash", Secrets.hash(token))
                    .bind("kind", asked.kind().name())
                    .bind("account", account.map(AccountId::value).orElse(null))
                    .bind("email", asked.email())
                    .bind("name", asked.name())
                    .bind("locale", asked.locale())
                    .bind("next", asked.next())
                    .bind("life", asked.kind().life().toSeconds())
                    .execute();
        });
    }

    /** What a link that still works is about. */
    Optional<Row> find(String token) {
        return one(token, "SELECT " + COLUMNS + " FROM account_link WHERE token_hash = :hash AND expires_at > now()");
    }

    /** The same, for the one who uses it up. */
    Optional<Row> take(String token) {
        return one(
                token, "DELETE FROM account_link WHERE token_hash = :hash AND expires_at > now() RETURNING " + COLUMNS);
    }

    /** An address has got what it asked for: its other links end. */
    void endAll(String email) {
        database.call(sql -> sql.execute("DELETE FROM account_link WHERE email = ?", email));
    }

    private Optional<Row> one(String token, String statement) {
        return TOKEN.matcher(token).matches()
                ? database.call(sql -> sql.createQuery(statement)
                        .bind("hash", Secrets.hash(token))
                        .mapTo(Row.class)
                        .findOne())
                : Optional.empty();
    }
}
