package dev.galleria.faults;

import dev.galleria.faults.Shopping.Bought;
import dev.galleria.faults.Shopping.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stock: never oversold, never stranded, shared out to the last unit. */
final class SellingPromises {
    private SellingPromises() {}

    static List<Promise> all() {
        return List.of(new NeverOversell(), new NeverStrand(), new LastUnits(), new CouponLimits());
    }

    /** P1: the last unit, crossing baskets, sellers who count anew, a node that dies. */
    private static final class NeverOversell implements Promise {
        @Override
        public String name() {
            return "P1";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            lastUnit(stand, Promise.scaled(20, scale, 3), result);
            crossing(stand, Promise.scaled(160, scale, 24), result);
            return result;
        }

        private static void lastUnit(Stand stand, int rounds, Result result) {
            var shopping = new Shopping(stand);
            int buyers = 12;
            for (int round = 0; round < rounds; round++) {
                var item = stand.item(1);
                var attempts = new ArrayList<Callable<Bought>>();
                for (int i = 0; i < buyers; i++) {
                    var buyer = stand.buyer();
                    attempts.add(() -> shopping.buy(buyer, Map.of(item, 1), "cod"));
                }
                var ends = Shopping.together(attempts);
                long ordered = Shopping.count(ends, End.ORDERED);
                result.require(ordered == 1, item.slug() + ": " + ordered + " buyers got the last unit");
                result.require(stand.books().sold(item) == 1, item.slug() + " was not sold exactly once");
                result.require(Shopping.count(ends, End.UNANSWERED) == 0, item.slug() + ": a buyer got no answer");
            }
            result.done(rounds + " × last unit, " + buyers + " buyers, 2 nodes").counted(rounds + " winners");
        }

        private static void crossing(Stand stand, int buyers, Result result) {
            var shopping = new Shopping(stand);
            var items = new ArrayList<Books.Item>();
            for (int i = 0; i < 8; i++) {
                items.add(stand.item(10));
            }
            var attempts = new ArrayList<Callable<Bought>>();
            for (int i = 0; i < buyers; i++) {
                var wanted = basket(stand, items);
                var buyer = stand.buyer();
                attempts.add(() -> shopping.buy(buyer, wanted, "cod"));
            }
            var over = new AtomicBoolean();
            var trouble = new Thread(() -> disturb(stand, items, over));
            trouble.start();
            List<Bought> ends;
            try {
                ends = Shopping.together(attempts);
            } finally {
                over.set(true);
                join(trouble);
            }
            long sold = items.stream().mapToLong(stand.books()::sold).sum();
            result.require(sold <= 80, sold + " of at most 80 units were sold");
            result.done(
                            buyers
                                    + " baskets of 1–3 crossing lines of 8 items × 10 units, a node killed meanwhile, sellers lowering stock")
                    .counted(sold + " units in " + Shopping.count(ends, End.ORDERED) + " orders, "
                            + Shopping.count(ends, End.UNANSWERED) + " without an answer");
        }

        private static Map<Books.Item, Integer> basket(Stand stand, List<Books.Item> items) {
            var wanted = new LinkedHashMap<Books.Item, Integer>();
            int lines = 1 + stand.chance().nextInt(3);
            for (int i = 0; i < lines; i++) {
                wanted.put(
                        items.get(stand.chance().nextInt(items.size())),
                        1 + stand.chance().nextInt(3));
            }
            return wanted;
        }

        private static void disturb(Stand stand, List<Books.Item> items, AtomicBoolean over) {
            Pause.millis(1_500);
            stand.second().kill();
            for (int i = 0; i < 4 && !over.get(); i++) {
                stand.books().lower(items.get(stand.chance().nextInt(items.size())), 1);
                Pause.millis(300);
            }
            stand.second().start();
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** P2: holds of a node that is gone end by themselves, and are free from that moment. */
    private static final class NeverStrand implements Promise {
        @Override
        public String name() {
            return "P2";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int holds = Promise.scaled(20, scale, 4);
            var item = stand.item(holds);
            hold(stand, stand.first(), item, holds, result);
            result.require(stand.books().free(item) == 0, "not everything was held");
            stand.first().kill();
            stand.books().letHoldsExpire();
            var bought = new Shopping(stand).buy(stand.buyerAt(stand.second()), Map.of(item, 1), "cod");
            result.require(bought.end() == End.ORDERED, "expired stock could not be bought at once: " + bought);
            long closed = Pause.until(
                    Duration.ofSeconds(60),
                    () -> stand.books()
                                    .number("SELECT count(*) FROM reservation r JOIN stock_item i ON i.id = r.item_id"
                                            + " WHERE r.state = 'ACTIVE' AND i.offer_id = '" + item.offer() + "'")
                            == 0);
            result.require(closed >= 0 && closed <= 30_000, "holds were closed after " + closed + " ms");
            result.require(stand.books().free(item) == holds - 1, "units were lost or doubled");
            midBatch(stand, result);
            return result.done(holds + " holds of a node that was killed, then a halt in the middle of closing some")
                    .counted("bought at once; all closed after " + closed + " ms");
        }

        private static void hold(Stand stand, Node at, Books.Item item, int holds, Result result) {
            for (int i = 0; i < holds; i++) {
                var buyer = stand.buyerAt(at);
                buyer.add(item.slug(), 1);
                var form = buyer.toPayment();
                result.require(form != null, "a checkout did not come to its payment");
                if (form != null) {
                    buyer.send(form.with("gateway", "stripe"));
                }
            }
        }

        /** The other node dies while it closes holds; the restarted one does it. */
        private static void midBatch(Stand stand, Result result) {
            var item = stand.item(3);
            hold(stand, stand.second(), item, 3, result);
            stand.second().arm("reservation.expire.mid-batch", "halt");
            stand.books().letHoldsExpire();
            long died =
                    Pause.until(Duration.ofSeconds(40), () -> !stand.second().alive());
            result.require(died >= 0, "reservation.expire.mid-batch was never passed");
            stand.first().start();
            long free = Pause.until(Duration.ofSeconds(60), () -> stand.books().free(item) == 3);
            result.require(free >= 0, "held units did not come back after the halt");
            if (!stand.second().alive()) {
                stand.second().start();
            }
        }
    }

    /** P3: K units and more who want one; every buyer asks again. */
    private static final class LastUnits implements Promise {
        @Override
        public String name() {
            return "P3";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int units = Promise.scaled(50, scale, 10);
            int buyers = units * 2;
            var item = stand.item(units);
            var shopping = new Shopping(stand);
            var attempts = new ArrayList<Callable<Bought>>();
            for (int i = 0; i < buyers; i++) {
                var buyer = stand.buyer();
                attempts.add(() -> {
                    buyer.add(item.slug(), 1);
                    var form = buyer.toPayment();
                    if (form == null) {
                        return Bought.of(End.SOLD_OUT, 200);
                    }
                    var first = shopping.pay(buyer, form.with("gateway", "cod"));
                    var again = shopping.pay(buyer, form.with("gateway", "cod"));
                    result.require(
                            first.end() != End.ORDERED || first.token().equals(again.token()),
                            "the same request got two answers: " + first + ", " + again);
                    return first.end() == End.ORDERED ? first : again;
                });
            }
            var ends = Shopping.together(attempts);
            long ordered = Shopping.count(ends, End.ORDERED);
            result.require(ordered == units, ordered + " of " + buyers + " buyers got one of " + units + " units");
            result.require(stand.books().sold(item) == units, stand.books().sold(item) + " units were sold");
            result.require(Shopping.count(ends, End.UNANSWERED) == 0, "a buyer got no answer");
            return result.done(buyers + " buyers for " + units + " units of one item, each asking twice, 2 nodes")
                    .counted(ordered + " orders");
        }
    }

    /** P4: a code for K orders and twice as many who type it; who was shown its price pays it or is asked again. */
    private static final class CouponLimits implements Promise {
        @Override
        public String name() {
            return "P4";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int uses = Promise.scaled(20, scale, 5);
            var code = "LIMIT" + Math.abs(stand.chance().nextInt());
            stand.books().coupon(code, uses);
            var item = stand.item(uses * 4);
            var shopping = new Shopping(stand);
            var attempts = new ArrayList<Callable<Bought>>();
            for (int i = 0; i < uses * 2; i++) {
                var buyer = stand.buyer();
                attempts.add(() -> withCode(shopping, buyer, item, code));
            }
            var ends = Shopping.together(attempts);
            long used = stand.books().couponUses(code);
            result.require(used == uses, "a code for " + uses + " orders was used by " + used);
            result.require(Shopping.count(ends, End.UNANSWERED) == 0, "a buyer got no answer");
            return result.done(uses * 2 + " buyers with a code for " + uses + " orders, 2 nodes")
                    .counted(used + " orders with it, " + Shopping.count(ends, End.ORDERED) + " in all");
        }

        private static Bought withCode(Shopping shopping, Buyer buyer, Books.Item item, String code) {
            buyer.add(item.slug(), 1);
            if (buyer.toPayment() == null) {
                return Bought.of(End.SOLD_OUT, 200);
            }
            buyer.coupon(code);
            var form = buyer.paymentForm();
            return form == null ? Bought.of(End.SOLD_OUT, 200) : shopping.pay(buyer, form.with("gateway", "cod"));
        }
    }
}
