package dev.galleria.pricing.promotions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Ids;
import dev.galleria.platform.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CouponRaceTest {
    private static final int BUYERS = 50;
    private static TestDatabase database;
    private static Jdbi jdbi;
    private static CouponStore store;

    @BeforeAll
    static void migrate() {
        database = TestDatabase.migrated();
        jdbi = database.jdbi();
        store = new CouponStore(database.database(jdbi));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void limitsHold() {
        assertThat(rows("SELECT c.id FROM inv_coupon c JOIN inv_coupon_use u ON u.coupon_id = c.id AND NOT u.released"
                        + " GROUP BY c.id, c.max_uses HAVING count(*) > c.max_uses"))
                .isZero();
        assertThat(rows("SELECT c.id FROM inv_coupon c JOIN inv_coupon_use u ON u.coupon_id = c.id AND NOT u.released"
                        + " GROUP BY c.id, u.customer_id, c.max_per_customer HAVING count(*) > c.max_per_customer"))
                .isZero();
        assertThat(rows("SELECT c.id FROM inv_coupon c WHERE c.uses <> (SELECT count(*) FROM inv_coupon_use u"
                        + " WHERE u.coupon_id = c.id AND NOT u.released)"))
                .isZero();
    }

    @Test
    void manyBuyersTakeNoMoreThanThereIs() throws Exception {
        for (int limit : new int[] {1, 5}) {
            for (int round = 0; round < 10; round++) {
                var coupon = coupon(limit, null);

                assertThat(granted(together(buyer -> () -> take(coupon, "e:" + buyer, Ids.next()))))
                        .isEqualTo(limit);
            }
        }
    }

    @Test
    void oneCustomerTakesNoMoreThanIsLeftForEach() throws Exception {
        for (int round = 0; round < 10; round++) {
            var coupon = coupon(null, 2);

            assertThat(granted(together(buyer -> () -> take(coupon, "e:one@shop.example", Ids.next()))))
                    .isEqualTo(2);
        }
    }

    @Test
    void anOrderGivesItsUseBackOnce() throws Exception {
        var coupon = coupon(1, 1);
        var checkout = Ids.next();
        var order = Ids.next();
        assertThat(take(coupon, "a:1", checkout)).isTrue();
        store.placed(checkout, order);
        store.releaseCheckout(checkout);
        assertThat(take(coupon, "a:2", Ids.next())).isFalse();

        together(canceler -> () -> {
            jdbi.useTransaction(handle -> store.releaseOrder(order));
            return true;
        });

        assertThat(granted(together(buyer -> () -> take(coupon, "e:" + buyer, Ids.next()))))
                .isEqualTo(1);
    }

    @Test
    void aCheckoutThatEndsWithoutAnOrderLeavesItsUseToOthers() {
        var coupon = coupon(1, null);
        var checkout = Ids.next();
        assertThat(take(coupon, "a:1", checkout)).isTrue();
        assertThat(store.has(coupon, checkout)).isTrue();

        store.releaseCheckout(checkout);
        store.releaseCheckout(checkout);

        assertThat(store.has(coupon, checkout)).isFalse();
        assertThat(take(coupon, "a:2", Ids.next())).isTrue();
    }

    @Test
    void aCodeIsReadWithItsPromotion() {
        var coupon = coupon(1, null);
        var code = jdbi.withHandle(sql -> sql.createQuery("SELECT code FROM coupon WHERE id = :id")
                .bind("id", coupon)
                .mapTo(String.class)
                .one());
        store.enter("v:cart", coupon);

        assertThat(store.entered("v:cart")).contains(code);
        assertThat(store.standing(code)).contains(new CouponStore.Standing(coupon, true, true));
        var current = new PromotionStore(database.database(jdbi)).current("v:cart", null);
        assertThat(current).extracting(Promotion::coupon).containsExactly(coupon);
        assertThat(new PromotionStore(database.database(jdbi)).current("v:other", null))
                .isEmpty();
        assertThat(new PromotionStore(database.database(jdbi)).list()).isNotEmpty();
        take(coupon, "a:1", Ids.next());
        assertThat(store.standing(code).orElseThrow().left()).isFalse();
        assertThat(new PromotionStore(database.database(jdbi)).current("v:cart", null))
                .isEmpty();
    }

    private static boolean take(UUID coupon, String customer, UUID checkout) {
        return jdbi.inTransaction(handle -> store.take(coupon, customer, checkout));
    }

    private static UUID coupon(Integer most, Integer each) {
        var terms = new PromotionTerms(
                "Autumn",
                Promotion.Kind.PERCENT,
                1000,
                0,
                0,
                Promotion.Stacking.COMBINABLE,
                0,
                0,
                0,
                null,
                Set.of(),
                true,
                null,
                null,
                true);
        var promotion = new PromotionStore(database.database(jdbi)).insert(terms);
        var code = "C" + Ids.next().toString().toUpperCase(java.util.Locale.ROOT);
        assertThat(store.add(promotion, List.of(code), "test", most, each)).containsExactly(code);
        return jdbi.withHandle(sql -> sql.createQuery("SELECT id FROM coupon WHERE code = :code")
                .bind("code", code)
                .mapTo(UUID.class)
                .one());
    }

    private static int rows(String query) {
        return jdbi.withHandle(sql -> sql.createQuery(query).mapToMap().list().size());
    }

    private static long granted(List<Boolean> answers) {
        return answers.stream().filter(answer -> answer).count();
    }

    private static List<Boolean> together(IntFunction<Callable<Boolean>> work) throws Exception {
        var pool = Executors.newFixedThreadPool(BUYERS);
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < BUYERS; i++) {
                all.add(work.apply(i));
            }
            var answers = new ArrayList<Boolean>();
            for (var future : pool.invokeAll(all)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
