package dev.galleria.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Ids;
import dev.galleria.platform.TestDatabase;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sessions of programs and of browsers beside each other. */
class GrantTest {
    private static TestDatabase database;
    private final SessionStore sessions = new SessionStore();
    private final AccountStore accounts = new AccountStore();
    private final AccountId ada = new AccountId(Ids.next());

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    GrantTest() {
        sessions.database = database.database(database.jdbi());
        accounts.database = sessions.database;
        accounts.insert(ada, ada + "@grants.example", "Ada", "hash", Locale.ENGLISH);
    }

    @Test
    void usesARefreshTokenUpOnceHoweverManyTryAtOnce() throws Exception {
        var grant = sessions.openGrant(ada);
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> renew = () -> sessions.renew(grant, 1).isPresent();
            int renewed = 0;
            for (var answer :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> renew).toList())) {
                renewed += answer.get() ? 1 : 0;
            }
            assertThat(renewed).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(sessions.renew(grant, 1)).isEmpty();
        assertThat(sessions.renew(grant, 2)).contains(ada);
    }

    @Test
    void keepsSessionsOfProgramsAndOfBrowsersApart() {
        var grant = sessions.openGrant(ada);
        var session = sessions.open(ada);

        assertThat(accounts.byGrant(grant))
                .hasValueSatisfying(account -> assertThat(account.id()).isEqualTo(ada));
        assertThat(accounts.bySession(grant)).isEmpty();
        assertThat(accounts.bySession(session)).isPresent();
        assertThat(accounts.byGrant(session)).isEmpty();
        assertThat(sessions.renew(session, 1)).isEmpty();
    }

    @Test
    void endsWithItsTimeItsSignOutAndAllOthers() {
        var late = sessions.openGrant(ada);
        database.jdbi()
                .useHandle(sql -> sql.execute("UPDATE account_session SET expires_at = now() - interval '1 second'"));
        assertThat(accounts.byGrant(late)).isEmpty();
        assertThat(sessions.renew(late, 1)).isEmpty();

        var one = sessions.openGrant(ada);
        var other = sessions.openGrant(ada);
        sessions.close(one);
        assertThat(accounts.byGrant(one)).isEmpty();
        assertThat(accounts.byGrant(other)).isPresent();
        sessions.closeAll(ada);
        assertThat(accounts.byGrant(other)).isEmpty();
    }
}
