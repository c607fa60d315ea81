package dev.galleria.account;

import dev.galleria.platform.Database;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rows of {@code account_session}. Of a token only its hash is stored. */
@ApplicationScoped
class SessionStore {
    /** How long a session lives. */
    static final Duration LIFE = Duration.ofDays(30);

    /** An account's older sessions end when it opens more than these. */
    private static final int AT_ONCE = 20;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Database database;

    /** A new session's token. */
    String open(AccountId account) {
        var token = Secrets.token();
        database.call(sql -> {
            sql.execute(
                    """
                    INSERT INTO account_session (token_hash, account_id, expires_at)
                    VALUES (?, ?, now() + ? * interval '1 second')""",
                    Secrets.hash(token),
                    account.value(),
                    LIFE.toSeconds());
            return sql.execute(
                    """
                    DELETE FROM account_session WHERE account_id = ? AND (expires_at < now() OR token_hash NOT IN (
                        SELECT token_hash FROM account_session WHERE account_id = ? ORDER BY created_at DESC LIMIT ?))""",
                    account.value(),
                    account.value(),
                    AT_ONCE);
        });
        return token;
    }

    Optional<AccountId> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return database.call(sql -> sql.createQuery(
                        "SELECT account_id FROM account_session WHERE token_hash = :hash AND expires_at > now()")
                .bind("hash", Secrets.hash(token))
                .mapTo(UUID.class)
                .findOne()
                .map(AccountId::new));
    }

    void close(String token) {
        database.call(
                sql -> sql.execute("DELETE FROM account_session WHERE token_hash = ?", (Object) Secrets.hash(token)));
    }

    void closeAll(AccountId account) {
        database.call(sql -> sql.execute("DELETE FROM account_session WHERE account_id = ?", account.value()));
    }

    void closeOthers(AccountId account, String keepToken) {
        database.call(sql -> sql.execute(
                "DELETE FROM account_session WHERE account_id = ? AND token_hash <> ?",
                account.value(),
                Secrets.hash(keepToken)));
    }
}
