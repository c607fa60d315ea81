package dev.galleria.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.payment.PaymentState;
import dev.galleria.payment.Refunding;
import dev.galleria.platform.Ids;
import dev.galleria.platform.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of legal moves, in the code and in the database. */
class SagaTest {
    private static TestDatabase database;
    private static Jdbi jdbi;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void codeAndDatabaseHaveTheSameTable() {
        assertThat(stored("checkout")).isEqualTo(coded(CheckoutView.State.values(), CheckoutView.State::mayBecome));
        assertThat(stored("payment")).isEqualTo(coded(PaymentState.values(), PaymentState::mayBecome));
        assertThat(stored("refund")).isEqualTo(coded(Refunding.State.values(), Refunding.State::mayBecome));
    }

    @Test
    void theDatabaseRefusesEveryOtherMoveOfACheckout() {
        for (var from : CheckoutView.State.values()) {
            for (var to : CheckoutView.State.values()) {
                var id = checkout(from.name());
                if (from == to || from.mayBecome(to)) {
                    move(id, to.name());
                    assertThat(state(id)).isEqualTo(to.name());
                } else {
                    assertThatThrownBy(() -> move(id, to.name()))
                            .hasMessageContaining("a checkout that is " + from + " may not become " + to);
                    assertThat(state(id)).isEqualTo(from.name());
                }
            }
        }
    }

    @Test
    void aReservationHasOneEnd() {
        assertThat(stored("reservation"))
                .containsExactlyInAnyOrder("ACTIVE COMPLETED", "ACTIVE CANCELED", "ACTIVE EXPIRED");
    }

    private static <S extends Enum<S>> Set<String> coded(S[] states, BiPredicate<S, S> mayBecome) {
        var moves = new TreeSet<String>();
        for (var from : states) {
            Arrays.stream(states).filter(to -> mayBecome.test(from, to)).forEach(to -> moves.add(from + " " + to));
        }
        return moves;
    }

    private static Set<String> stored(String machine) {
        List<String> moves = jdbi.withHandle(
                sql -> sql.createQuery("SELECT from_state || ' ' || to_state FROM saga_move WHERE machine = :machine")
                        .bind("machine", machine)
                        .mapTo(String.class)
                        .list());
        return new TreeSet<>(moves);
    }

    private static UUID checkout(String state) {
        var id = Ids.next();
        jdbi.useHandle(sql -> sql.execute(
                """
                INSERT INTO checkout (id, cart_id, state, locale, hold_id, token_hash)
                VALUES (?, ?, ?, 'en', ?, decode(?, 'hex'))""",
                id,
                id.toString(),
                state,
                id,
                id.toString().replace("-", "")));
        return id;
    }

    private static void move(UUID id, String state) {
        jdbi.useHandle(sql -> sql.execute("UPDATE checkout SET state = ? WHERE id = ?", state, id));
    }

    private static String state(UUID id) {
        return jdbi.withHandle(sql -> sql.createQuery("SELECT state FROM checkout WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }
}
