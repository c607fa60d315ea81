package dev.galleria.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Secrets;
import dev.galleria.platform.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkStoreTest {
    private static TestDatabase database;
    private final LinkStore links = links();

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void letsInOneOfManyWhoFollowALinkAtOnce() throws Exception {
        var token = linkFor("race@links.example");
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> follow = () -> links.take(token).isPresent();
            var answers = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> follow).toList());
            int in = 0;
            for (var answer : answers) {
                in += answer.get() ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lookingUsesNothingUp() {
        var token = linkFor("looks@links.example");

        assertThat(links.find(token)).isPresent();
        assertThat(links.find(token))
                .hasValueSatisfying(row -> assertThat(row.email()).isEqualTo("looks@links.example"));
        assertThat(links.take(token)).isPresent();
        assertThat(links.find(token)).isEmpty();
    }

    @Test
    void worksForItsTimeOnly() {
        var token = linkFor("late@links.example");
        assertThat(minutesLeft("late@links.example")).isBetween(24 * 60 - 1, 24 * 60);
        database.jdbi()
                .useHandle(sql -> sql.execute(
                        "UPDATE account_link SET expires_at = now() - interval '1 second' WHERE email = ?",
                        "late@links.example"));

        assertThat(links.find(token)).isEmpty();
        assertThat(links.take(token)).isEmpty();
    }

    @Test
    void keepsNoToken() {
        var token = linkFor("hash@links.example");

        var rows = database.jdbi().withHandle(sql -> sql.createQuery("SELECT l::text FROM account_link l")
                .mapTo(String.class)
                .list());
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    }

    @Test
    void knowsNoTokenThatItHasNotMade() {
        assertThat(links.find(Secrets.token())).isEmpty();
        assertThat(links.take("' OR true --")).isEmpty();
        assertThat(links.take("")).isEmpty();
    }

    private String linkFor(String email) {
        var token = Secrets.token();
        var asked = new LinkAsked(Ids.next(), Instant.EPOCH, LinkKind.SIGN_UP, email, "Ada Example", "en", "");
        links.insert(token, asked, Optional.empty());
        return token;
    }

    private static int minutesLeft(String email) {
        return database.jdbi().withHandle(sql -> sql.createQuery(
                        "SELECT round(extract(epoch FROM expires_at - now()) / 60)::int FROM account_link WHERE email = ?")
                .bind(0, email)
                .mapTo(int.class)
                .one());
    }

    private static LinkStore links() {
        var store = new LinkStore();
        store.database = new Database() {
            @Override
            public <T> T call(Function<Handle, T> work) {
                return database.jdbi().withHandle(work::apply);
            }
        };
        return store;
    }
}
