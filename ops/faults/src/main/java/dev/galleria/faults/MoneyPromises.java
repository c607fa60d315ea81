package dev.galleria.faults;

import dev.galleria.faults.Shopping.Bought;
import dev.galleria.faults.Shopping.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Money: the price that was shown, charged once, never without an order, the same answer to the same request. */
final class MoneyPromises {
    private static final List<String> FAULTS = List.of(
            "charge_then_no_answer",
            "charge_then_reset",
            "no_charge_no_answer",
            "error_after_charge",
            "error_without_charge",
            "rate_limited",
            "slow",
            "truncated");

    private MoneyPromises() {}

    static List<Promise> all() {
        return List.of(new ThePriceIsOurs(), new NeverTwice(), new NoOrphans(), new SameAnswer());
    }

    /** P5: a price that changes between looking and paying is told. */
    private static final class ThePriceIsOurs implements Promise {
        @Override
        public String name() {
            return "P5";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int rounds = Promise.scaled(10, scale, 2);
            for (int i = 0; i < rounds; i++) {
                var item = stand.item(5);
                var buyer = stand.buyer();
                buyer.add(item.slug(), 1);
                var form = buyer.toPayment();
                result.require(form != null, "a checkout did not come to its payment");
                if (form == null) {
                    continue;
                }
                var forged = buyer.send(
                        form.with("gateway", "cod").with("seal", "0".repeat(43)).with("total", "1"));
                result.require(forged.status() == 409, "another price than shown was answered with " + forged.status());
                result.require(stand.books().sold(item) == 0, "an order at a price that nobody has shown");
            }
            return result.done(rounds + " payments of a deal that is not the one of now")
                    .counted(rounds + " × asked again, nothing charged");
        }
    }

    /** P6: each fault of the gateway under each kind of impatience. */
    private static final class NeverTwice implements Promise {
        private enum Impatience {
            DOUBLE_CLICK,
            SAME_AGAIN,
            PAGE_AGAIN,
            RESUME
        }

        @Override
        public String name() {
            return "P6";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int checkouts = 0;
            int rounds = Promise.scaled(1, scale, 1);
            int kinds = scale < 0.3 ? 3 : FAULTS.size();
            for (int round = 0; round < rounds; round++) {
                var attempts = new ArrayList<Callable<Boolean>>();
                for (int kind = 0; kind < kinds; kind++) {
                    stand.gateway().fault("checkout.sessions.create", FAULTS.get(kind), 7_000, 2);
                    for (var impatience : Impatience.values()) {
                        attempts.add(() -> impatient(stand, impatience));
                        checkouts++;
                    }
                }
                Shopping.together(attempts);
                stand.gateway().heal();
            }
            Pause.until(
                    Duration.ofSeconds(45),
                    () -> stand.books().number("SELECT count(*) FROM payment WHERE state = 'UNKNOWN'") == 0);
            long twice = stand.books()
                    .number(
                            """
                            SELECT count(*) FROM (SELECT checkout_id FROM payment WHERE state NOT IN ('FAILED', 'CANCELED')
                             AND NOT surplus GROUP BY 1 HAVING count(*) > 1) t""");
            result.require(twice == 0, twice + " checkouts have two payments");
            return result.done(checkouts + " checkouts: " + kinds + " faults of the gateway × "
                            + Impatience.values().length + " kinds of impatience × 2 nodes")
                    .counted(twice + " double payments");
        }

        private static boolean impatient(Stand stand, Impatience impatience) {
            var item = stand.item(5);
            var shopping = new Shopping(stand);
            var buyer = stand.buyer();
            buyer.add(item.slug(), 1);
            var form = buyer.toPayment();
            if (form == null) {
                return false;
            }
            var pay = form.with("gateway", "stripe");
            switch (impatience) {
                case DOUBLE_CLICK -> Shopping.together(List.of(() -> buyer.send(pay), () -> buyer.send(pay)));
                case SAME_AGAIN -> {
                    buyer.send(pay);
                    buyer.send(pay);
                }
                case PAGE_AGAIN -> {
                    buyer.send(pay);
                    var shown = buyer.paymentForm();
                    if (shown != null) {
                        buyer.send(shown.with("gateway", "stripe"));
                    }
                }
                case RESUME -> {
                    buyer.send(pay);
                    buyer.send(pay.with("action", "resume"));
                }
            }
            return shopping.pay(buyer, pay).end() == End.ORDERED;
        }
    }

    /** P7: paid, and nobody tells us; the gateway away for a while. */
    private static final class NoOrphans implements Promise {
        @Override
        public String name() {
            return "P7";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int checkouts = Promise.scaled(30, scale, 4);
            stand.gateway().deliveries("{\"times\":0}", -1);
            var paid = Shopping.together(attempts(stand, checkouts));
            stand.toGateway().set(new FaultProxy.Fault.BlackHole());
            Pause.millis((long) Math.max(6_000, 30_000 * scale));
            stand.toGateway().reset();
            stand.toGateway().heal();
            long settled = Pause.until(Duration.ofSeconds(120), () -> unsettled(stand) == 0);
            result.require(settled >= 0, unsettled(stand) + " paid checkouts are no orders");
            result.require(settled <= 60_000, "settled only after " + settled + " ms");
            stand.gateway().heal();
            long sessions = paid.stream().filter(done -> done).count();
            return result.done(
                            sessions + " card payments whose buyers and events never came back, gateway away meanwhile")
                    .counted("all settled " + settled + " ms after it was back");
        }

        /** Paid at the gateway, and neither the buyer nor an event comes back. */
        private static List<Callable<Boolean>> attempts(Stand stand, int checkouts) {
            var attempts = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < checkouts; i++) {
                var item = stand.item(5);
                var buyer = stand.buyer();
                attempts.add(() -> {
                    buyer.add(item.slug(), 1);
                    var form = buyer.toPayment();
                    var answer = form == null ? null : buyer.send(form.with("gateway", "stripe"));
                    return answer != null
                            && answer.redirect()
                            && answer.location().contains("/pay/")
                            && stand.gateway().pay(answer.location(), "4242424242424242");
                });
            }
            return attempts;
        }

        private static long unsettled(Stand stand) {
            var captured = stand.gateway().captured().keySet();
            var known = stand.books()
                    .query(
                            "SELECT p.gateway_ref FROM payment p JOIN purchase o ON o.payment_id = p.id WHERE p.state = 'CAPTURED'"
                                    + " UNION SELECT p.gateway_ref FROM payment p JOIN refund r ON r.payment_id = p.id",
                            row -> row.getString(1));
            return captured.stream().filter(ref -> !known.contains(ref)).count();
        }
    }

    /** P9: the same form ten times at once, with other content, and once more later. */
    private static final class SameAnswer implements Promise {
        @Override
        public String name() {
            return "P9";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int rounds = Promise.scaled(10, scale, 2);
            for (int i = 0; i < rounds; i++) {
                var item = stand.item(50);
                var buyer = stand.buyer();
                buyer.add(item.slug(), 1);
                var form = buyer.toPayment();
                result.require(form != null, "a checkout did not come to its payment");
                if (form != null) {
                    tenTimes(stand, buyer, form.with("gateway", "cod"), item, result);
                }
            }
            return result.done(rounds + " forms, each sent 10 times at once to 2 nodes, then with other content")
                    .counted(rounds + " orders");
        }

        private static void tenTimes(Stand stand, Buyer buyer, Buyer.Form form, Books.Item item, Result result) {
            var shopping = new Shopping(stand);
            var sends = new ArrayList<Callable<Bought>>();
            for (int i = 0; i < 10; i++) {
                sends.add(() -> shopping.pay(buyer, form));
            }
            var orders = Shopping.together(sends).stream()
                    .map(Bought::token)
                    .filter(token -> !token.isEmpty())
                    .distinct()
                    .toList();
            result.require(orders.size() == 1, "the same form led to " + orders.size() + " orders");
            result.require(stand.books().sold(item) == 1, stand.books().sold(item) + " units were sold by one form");
            int other = buyer.send(form.with("gateway", "stripe")).status();
            result.require(other == 422, "the same form with another gateway was answered with " + other);
            var late = shopping.pay(buyer, form);
            result.require(orders.contains(late.token()), "the same form later got another answer");
        }
    }
}
