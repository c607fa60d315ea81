package dev.galleria.account;

import dev.galleria.platform.Database;
import dev.galleria.platform.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of {@code account_session}. Of a token only its hash is stored. */
@ApplicationScoped
class SessionStore {
    /** How long a session lives. */
    static final Duration LIFE = Duration.ofDays(30);

    /** An account's older sessions end when it opens more than these. */
    private static final int AT_ONCE = 20;

    /** How long a program's session lives after it was last renewed. */
    static final Duration GRANT_LIFE = Duration.ofDays(7);

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    Database database;

    /** A new session's token. */
    String open(AccountId account) {
        return open(account, LIFE, null);
    }

    /** The name of a program's new session; its refresh tokens are numbered from 1. */
    String openGrant(AccountId account) {
        return open(account, GRANT_LIFE, 1);
    }

    private String open(AccountId account, Duration life, @Nullable Integer serial) {
        var token = Secrets.token();
        database.call(sql -> {
            sql.createUpdate(
                            """
                            INSERT INTO account_session (token_hash, account_id, expires_at, serial)
                            VALUES (:hash, :account, now() + :life * interval '1 second', :serial)""")
                    .bind("hash", Secrets.hash(token))
                    .bind("account", account.value())
                    .bind("life", life.toSeconds())
                    .bind("serial", serial)
                    .execute();
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

    /** Whether it can be a session's token at all. */
    static boolean wellFormed(String token) {
        return TOKEN.matcher(token).matches();
    }

    /** Uses that refresh token up, once; empty if it is not the newest one or the session has ended. */
    Optional<AccountId> renew(String grant, int serial) {
        return database.call(sql -> sql.createQuery(
                        """
                        UPDATE account_session
                           SET serial = serial + 1, expires_at = now() + :life * interval '1 second'
                         WHERE token_hash = :hash AND serial = :serial AND expires_at > now() RETURNING account_id""")
                .bind("life", GRANT_LIFE.toSeconds())
                .bind("hash", Secrets.hash(grant))
                .bind("serial", serial)
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
