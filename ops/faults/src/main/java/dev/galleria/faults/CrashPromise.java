package dev.galleria.faults;

import dev.galleria.faults.Shopping.Bought;
import dev.galleria.faults.Shopping.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** P8: whatever was acknowledged is there, and whatever was not ends by itself, wherever the power went. */
final class CrashPromise implements Promise {
    /** Where a node dies, and what a buyer must do for it to come there. */
    private record Place(String name, String gateway) {}

    private static final List<Place> PLACES = List.of(
            new Place("order.committed-before-answer", "cod"),
            new Place("payment.row-committed-before-call", "stripe"),
            new Place("payment.committed-before-order", "stripe"),
            new Place("checkout.reserved", "cod"),
            new Place("payment.after-call-before-commit", "stripe"),
            new Place("capture.after-call-before-commit", "stripe"),
            new Place("checkout.key-recorded", "cod"),
            new Place("order.committed-before-outbox", "cod"),
            new Place("outbox.sent-before-marked", "cod"),
            new Place("webhook.stored-before-effect", "stripe"),
            new Place("webhook.effect-before-commit", "stripe"));

    @Override
    public String name() {
        return "P8";
    }

    @Override
    public Result prove(Stand stand, double scale) {
        var result = new Result(name());
        int places = scale < 0.3 ? 2 : PLACES.size();
        int passed = 0;
        for (var place : PLACES.subList(0, places)) {
            passed += halt(stand, place, result) ? 1 : 0;
        }
        int kills = Promise.scaled(3, scale, 1);
        for (int i = 0; i < kills; i++) {
            killDatabase(stand, result);
        }
        var tokens = stand.acknowledged().tokens();
        stand.books().lost(tokens).forEach(token -> result.require(false, "acknowledged order " + token + " is lost"));
        return result.done("halt at " + passed + " of " + places + " fail points under load, " + kills
                        + " × kill −9 of PostgreSQL under load")
                .counted(tokens.size() + " acknowledged orders so far, none lost unless said");
    }

    /** The first node dies there while people buy; whoever was cut off is through soon after its restart. */
    private static boolean halt(Stand stand, Place place, Result result) {
        var item = stand.item(40);
        stand.first().arm(place.name(), "halt");
        var attempts = new ArrayList<Callable<Bought>>();
        for (int i = 0; i < 6; i++) {
            var buyer = i % 2 == 0 ? stand.buyerAt(stand.first()) : stand.buyer();
            attempts.add(() -> new Shopping(stand).buy(buyer, Map.of(item, 1), place.gateway()));
        }
        Shopping.together(attempts);
        long died = Pause.until(Duration.ofSeconds(15), () -> !stand.first().alive());
        stand.first().disarm(place.name());
        if (died < 0) {
            // Passed at the other node only, which is no violation: nothing was tried.
            return false;
        }
        stand.first().start();
        long settled = Pause.until(Duration.ofSeconds(120), () -> open(stand, item) == 0);
        result.require(settled >= 0, place.name() + ": " + open(stand, item) + " attempts were not over after 120 s");
        return true;
    }

    /** Attempts that nobody pays any more and that still hold something. */
    private static long open(Stand stand, Books.Item item) {
        return stand.books()
                .number(
                        """
                        SELECT count(*) FROM checkout c
                         WHERE c.state = 'PAYING' AND c.deal LIKE '%%%s%%'
                           AND NOT EXISTS (SELECT FROM payment p WHERE p.checkout_id = c.id AND p.state = 'PENDING')"""
                                .formatted(item.offer()));
    }

    private static void killDatabase(Stand stand, Result result) {
        var item = stand.item(60);
        var attempts = new ArrayList<Callable<Bought>>();
        for (int i = 0; i < 12; i++) {
            var buyer = stand.buyer();
            attempts.add(() -> new Shopping(stand).buy(buyer, Map.of(item, 1), "cod"));
        }
        var power = new Thread(() -> {
            Pause.millis(400 + stand.chance().nextInt(1_500));
            stand.killDatabase();
            Pause.millis(500);
            stand.startDatabase();
        });
        power.start();
        var ends = Shopping.together(attempts);
        try {
            power.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long ordered = Shopping.count(ends, End.ORDERED);
        long sold = stand.books().sold(item);
        result.require(sold >= ordered, ordered + " acknowledged, " + sold + " units sold");
        long settled = Pause.until(Duration.ofSeconds(120), () -> open(stand, item) == 0);
        result.require(settled >= 0, "attempts were not over 120 s after a kill of PostgreSQL");
    }
}
