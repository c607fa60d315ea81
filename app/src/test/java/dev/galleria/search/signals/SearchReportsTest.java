package dev.galleria.search.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Database;
import dev.galleria.platform.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchReportsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private TestDatabase database;
    private SignalStore store;
    private SearchReports reports;

    @BeforeEach
    void open() {
        database = TestDatabase.migrated();
        var sql = new Database() {
            @Override
            public <T> T call(Function<Handle, T> work) {
                return database.jdbi().withHandle(work::apply);
            }
        };
        store = at(sql, NOW);
        reports = new SearchReports();
        reports.database = sql;
        reports.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        reports.signals = new Signals() {
            @Override
            public void write() {}
        };
        search(at(sql, NOW.minusSeconds(20 * 86_400)), "old", 5, 5);
        search(at(sql, NOW.minusSeconds(86_400)), "linen", 9, 2);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static SignalStore at(Database sql, Instant now) {
        var store = new SignalStore();
        store.database = sql;
        store.clock = Clock.fixed(now, ZoneOffset.UTC);
        return store;
    }

    private static void search(SignalStore store, String words, int found, int times) {
        var tally = new Tally(0);
        for (int i = 0; i < times; i++) {
            tally.searched("en", words, found);
        }
        store.add(tally);
    }

    @Test
    void tellsWhatWasLookedForMostWithItsLastResult() {
        search(store, "linen", 0, 3);
        search(store, "once", 4, 1);

        assertThat(reports.top(7, false, 10)).containsExactly(new SearchedTerm("en", "linen", 5, 0, 0));
        assertThat(reports.top(30, false, 10))
                .extracting(SearchedTerm::words)
                .containsExactlyInAnyOrder("linen", "old");
        assertThat(reports.top(7, true, 10)).extracting(SearchedTerm::words).containsExactly("linen");
        assertThat(reports.top(30, false, 1)).hasSize(1);
        assertThat(reports.sum(7)).isEqualTo(new SearchReports.Sum(6, 3, 0));
    }

    @Test
    void countsWhatWasFollowedWithTheDayOfTheSearch() {
        var tally = new Tally(0);
        tally.followed("en", "linen");
        tally.followed("en", "linen");
        tally.followed("en", "nobody searched this");
        store.add(tally);

        assertThat(reports.top(7, false, 10))
                .containsExactly(new SearchedTerm("en", "linen", 2, 9, 2))
                .allMatch(term -> term.followedPercent() == 100);
    }

    @Test
    void periodsAreAmongThree() {
        for (int days : new int[] {0, -1, 8, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThat(SearchReports.period(days)).isEqualTo(7);
        }
        assertThat(SearchReports.period(90)).isEqualTo(90);
    }

    @Test
    void knowsWhatLooksPersonal() {
        for (var words :
                List.of("me@example.org", "me example.org", "+49 30 1234567", "4111 1111 1111 1111", "030-555 12 34")) {
            assertThat(Personal.isLikely(words)).as(words).isTrue();
        }
        for (var words : List.of("linen dress", "size 42", "levi 501", "usb 3.0", "a. b.", "ps5", "dr. martens")) {
            assertThat(Personal.isLikely(words)).as(words).isFalse();
        }
    }
}
