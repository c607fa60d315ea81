package dev.galleria.faults;

import dev.galleria.faults.Shopping.Bought;
import dev.galleria.faults.Shopping.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The gateway's events, and the books at the end of everything. */
final class EventPromises {
    private EventPromises() {}

    static Promise webhooks() {
        return new Webhooks();
    }

    static Promise books() {
        return new BooksBalance();
    }

    /** P10: events often, late, in any order, forged, old. */
    private static final class Webhooks implements Promise {
        private static final String EVENT =
                "{\"id\":\"evt_%s\",\"object\":\"event\",\"type\":\"checkout.session.completed\","
                        + "\"livemode\":false,\"data\":{\"object\":{\"id\":\"cs_%s\",\"object\":\"checkout.session\"}}}";

        @Override
        public String name() {
            return "P10";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int checkouts = Promise.scaled(20, scale, 4);
            stand.gateway().deliveries("{\"times\":3,\"before_answer\":true}", checkouts);
            stand.gateway().deliveries("{\"times\":2,\"delay_millis\":1500,\"reversed\":true}", checkouts);
            var attempts = new ArrayList<Callable<Bought>>();
            for (int i = 0; i < checkouts; i++) {
                var item = stand.item(5);
                var buyer = stand.buyer();
                attempts.add(() -> new Shopping(stand).buy(buyer, Map.of(item, 1), "stripe"));
            }
            var ends = Shopping.together(attempts);
            stand.gateway().heal();
            resend(stand);
            long longest = forge(stand, result);
            long effects = stand.books().number("SELECT count(*) FROM inv_event WHERE effect_count > 1");
            result.require(effects == 0, effects + " events had more than one effect");
            result.require(longest <= 2_000, "an event was answered after " + longest + " ms");
            long received = stand.books().number("SELECT coalesce(sum(received_count), 0) FROM inv_event");
            return result.done(Shopping.count(ends, End.ORDERED)
                            + " card payments whose events came early, late, reversed, again; forged ones")
                    .counted(received + " deliveries, " + effects + " double effects, slowest answer " + longest
                            + " ms");
        }

        private static void resend(Stand stand) {
            var events = new ArrayList<>(stand.books()
                    .query("SELECT id FROM gateway_event WHERE id LIKE 'evt\\_%'", row -> row.getString(1)));
            Collections.shuffle(events, stand.chance());
            events.stream().limit(20).forEach(stand.gateway()::resend);
            Pause.millis(2_000);
        }

        /** Wrongly signed, unsigned and old ones change nothing. The longest answer in milliseconds. */
        private static long forge(Stand stand, Result result) {
            long before = stand.books().number("SELECT count(*) FROM gateway_event");
            long longest = 0;
            long now = Instant.now().getEpochSecond();
            for (var signature :
                    List.of("", "t=" + now + ",v1=" + "0".repeat(64), "t=" + (now - 400) + ",v1=00", "t=x")) {
                var id = Long.toHexString(stand.chance().nextLong());
                var answer = Buyer.post(
                        stand.any().port(),
                        stand.host(),
                        "/webhooks/stripe",
                        EVENT.formatted(id, id),
                        signature.isEmpty() ? Map.of() : Map.of("Stripe-Signature", signature));
                result.require(answer.status() == 400, "an event signed \"" + signature + "\" got " + answer.status());
                longest = Math.max(longest, answer.millis());
            }
            result.require(
                    stand.books().number("SELECT count(*) FROM gateway_event WHERE id LIKE 'evt\\_%'") >= 0
                            && stand.books().number("SELECT count(*) FROM gateway_event") == before,
                    "a forged event was stored");
            return longest;
        }
    }

    /** P11: all invariants, both ledgers and all acknowledgements, and whether a planted fault would be seen. */
    private static final class BooksBalance implements Promise {
        @Override
        public String name() {
            return "P11";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            var unrest = stand.rest(Duration.ofSeconds(120));
            result.require(unrest.isEmpty(), "not at rest: " + unrest);
            stand.books().broken().forEach((title, rows) -> result.require(false, title + ": " + rows));
            var tokens = stand.acknowledged().tokens();
            stand.books()
                    .lost(tokens)
                    .forEach(token -> result.require(false, "X1: acknowledged order " + token + " is not there"));
            stand.books()
                    .differences(stand.gateway().captured(), stand.gateway().refunded())
                    .forEach(difference -> result.require(false, "X2: " + difference));
            int found = planted(stand, result);
            return result.done("all invariants, X1 over " + tokens.size() + " acknowledged orders, X2 over "
                            + stand.gateway().captured().size() + " captures, " + found + " planted faults")
                    .counted(stand.books().number("SELECT count(*) FROM purchase") + " orders");
        }

        /** One fault for each invariant, looked for and taken back. */
        private static int planted(Stand stand, Result result) {
            var faults = new TreeMap<String, String>();
            faults.put(
                    "I1",
                    "UPDATE stock_item SET on_hand = on_hand + 1 WHERE id = (SELECT id FROM stock_item ORDER BY on_hand DESC LIMIT 1)");
            faults.put(
                    "I2",
                    "UPDATE stock_item SET reserved = reserved + 1 WHERE id = (SELECT id FROM stock_item ORDER BY on_hand - reserved DESC LIMIT 1)");
            faults.put(
                    "I4",
                    "DELETE FROM stock_movement WHERE id = (SELECT id FROM stock_movement WHERE kind = 'SALE' LIMIT 1)");
            faults.put(
                    "I6",
                    "DELETE FROM payment WHERE id = (SELECT payment_id FROM purchase WHERE payment_method = 'stripe' LIMIT 1)");
            faults.put("I9", "UPDATE payment SET state = 'UNKNOWN' WHERE id = (SELECT id FROM payment LIMIT 1)");
            faults.put(
                    "I10",
                    "UPDATE purchase SET total_minor = total_minor + 1 WHERE id = (SELECT id FROM purchase LIMIT 1)");
            faults.put(
                    "I12",
                    "UPDATE gateway_event SET effect_count = 2 WHERE id = (SELECT id FROM gateway_event LIMIT 1)");
            faults.put(
                    "I15",
                    "UPDATE outbox SET sent_at = NULL, created_at = now() - interval '1 h' WHERE id = (SELECT id FROM outbox LIMIT 1)");
            int planted = 0;
            for (var fault : faults.entrySet()) {
                var broken = stand.books().brokenAfter(fault.getValue());
                planted += broken.isPresent() ? 1 : 0;
                result.require(
                        broken.isEmpty() || broken.get().containsKey(fault.getKey()),
                        fault.getKey() + " did not notice a planted fault");
            }
            return planted;
        }
    }
}
