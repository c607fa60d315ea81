package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Ids;
import dev.galleria.platform.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database keeps of editions: which serves, which grows, and what has changed meanwhile. */
class EditionsTest {
    private static TestDatabase database;

    private Jdbi jdbi;
    private Editions editions;

    @BeforeAll
    static void open() {
        database = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void oneServes() {
        jdbi = database.jdbi();
        jdbi.useHandle(sql -> {
            sql.execute("DELETE FROM search_changed");
            sql.execute("UPDATE search_edition SET serving = 4, building = NULL, leftover = false");
        });
        editions = new Editions();
        editions.database = database.database(jdbi);
    }

    @Test
    void oneThatNobodyFinishedIsNoticed() {
        assertThat(editions.building()).isFalse();
        assertThat(editions.cutOff()).isFalse();

        begin();
        assertThat(editions.building()).isTrue();
        assertThat(editions.cutOff()).as("may still be at work").isFalse();

        jdbi.useHandle(sql -> sql.execute("UPDATE search_edition SET began_at = now() - interval '61 minutes'"));
        assertThat(editions.cutOff()).isTrue();
    }

    @Test
    void changesGoToTheOneThatServesAndAreKeptForTheOneThatGrows() {
        var product = Ids.next();
        var asked = new ArrayList<Integer>();
        change(product, asked);
        assertThat(taken()).as("none grows").isEmpty();

        assertThat(begin()).isEqualTo(5);
        change(product, asked);
        change(product, asked);
        assertThat(asked).containsOnly(4);
        assertThat(taken()).containsExactly(product);
        assertThat(taken()).isEmpty();
    }

    @Test
    void oneThatIsNotWholeOrNotTheOneThatGrowsDoesNotServe() {
        var product = Ids.next();
        int next = begin();
        change(product, new ArrayList<>());
        var told = new ArrayList<UUID>();

        assertThat(serves(next + 1, 1)).isFalse();
        boolean served = jdbi.inTransaction(transaction -> editions.serve(next, changed -> {
            told.addAll(changed);
            return Optional.empty();
        }));
        assertThat(served).isFalse();
        assertThat(told)
                .as("the last changes are brought in before it is counted")
                .containsExactly(product);
        assertThat(number("SELECT serving FROM search_edition")).isEqualTo(4);
    }

    @Test
    void anAbandonedOneNeverServes() {
        int next = begin();
        jdbi.useTransaction(transaction -> editions.abandon(next));

        assertThat(serves(next, 1)).isFalse();
        change(Ids.next(), new ArrayList<>());
        assertThat(taken()).isEmpty();
    }

    @Test
    void whatAnEarlierAttemptHasLeftIsForgotten() {
        begin();
        change(Ids.next(), new ArrayList<>());
        begin();

        assertThat(taken()).isEmpty();
    }

    private boolean serves(int edition, long products) {
        return jdbi.inTransaction(transaction -> editions.serve(edition, changed -> Optional.of(products)));
    }

    private int begin() {
        return jdbi.inTransaction(transaction -> editions.begin());
    }

    private void change(UUID product, List<Integer> asked) {
        jdbi.useTransaction(transaction -> editions.change(List.of(product), asked::add));
    }

    private List<UUID> taken() {
        return jdbi.inTransaction(transaction -> editions.takeChanged(100));
    }

    private int number(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapTo(int.class).one());
    }
}
