package dev.galleria.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Buying as people do it: once more when nothing comes back, and never twice on purpose. */
final class Shopping {
    private static final int TRIES = 4;
    private static final int LOOKS = 40;

    private final Stand stand;

    Shopping(Stand stand) {
        this.stand = stand;
    }

    /** How an attempt to buy ended, as far as the buyer was told. */
    enum End {
        ORDERED,
        SOLD_OUT,
        /** Told to come back later. */
        BUSY,
        /** Never told anything definite. */
        UNANSWERED
    }

    /** With the order's token if there is one. */
    record Bought(End end, String token, int status) {
        static Bought of(End end, int status) {
            return new Bought(end, "", status);
        }
    }

    /** From an empty cart to an order, or as far as it goes. Every acknowledgement is written down before anything else. */
    Bought buy(Buyer buyer, Map<Books.Item, Integer> wanted, String gateway) {
        for (var line : wanted.entrySet()) {
            if (!added(buyer, line.getKey().slug(), line.getValue())) {
                return Bought.of(End.SOLD_OUT, 200);
            }
        }
        var form = buyer.toPayment();
        for (int i = 1; form == null && i < TRIES; i++) {
            Pause.millis(200);
            form = buyer.toPayment();
        }
        return form == null ? Bought.of(End.SOLD_OUT, 200) : pay(buyer, form.with("gateway", gateway));
    }

    private static boolean added(Buyer buyer, String slug, int quantity) {
        for (int i = 0; i < TRIES; i++) {
            if (buyer.add(slug, quantity)) {
                return true;
            }
            Pause.millis(100);
        }
        return false;
    }

    /** Sends the form, again if there is no definite answer; follows a card payment to its end. */
    Bought pay(Buyer buyer, Buyer.Form form) {
        Buyer.Answer answer = buyer.send(form);
        for (int i = 1; i < TRIES && indefinite(answer); i++) {
            Pause.millis(300);
            answer = buyer.send(form);
        }
        return read(buyer, form, answer);
    }

    Bought read(Buyer buyer, Buyer.Form form, Buyer.Answer answer) {
        if (!answer.order().isEmpty()) {
            stand.acknowledged().order(answer.order());
            return new Bought(End.ORDERED, answer.order(), answer.status());
        }
        if (answer.redirect() && answer.location().contains("/pay/")) {
            stand.gateway().pay(answer.location(), "4242424242424242");
            return comeBack(buyer, form.fields().get("checkout"));
        }
        if (answer.redirect() && answer.location().contains("/cart")) {
            return Bought.of(End.SOLD_OUT, answer.status());
        }
        return Bought.of(indefinite(answer) ? End.UNANSWERED : End.BUSY, answer.status());
    }

    /** The buyer is back from the gateway and waits for the order. */
    Bought comeBack(Buyer buyer, String checkout) {
        for (int i = 0; i < LOOKS; i++) {
            var answer = buyer.look("/checkout/return?checkout=" + checkout);
            if (!answer.order().isEmpty()) {
                stand.acknowledged().order(answer.order());
                return new Bought(End.ORDERED, answer.order(), answer.status());
            }
            if (answer.redirect()) {
                return Bought.of(End.SOLD_OUT, answer.status());
            }
            Pause.millis(250);
        }
        return Bought.of(End.UNANSWERED, 0);
    }

    private static boolean indefinite(Buyer.Answer answer) {
        return answer.status() == 0 || answer.status() >= 500;
    }

    /** Does all of that at once. */
    static <T> List<T> together(List<Callable<T>> work) {
        var threads = Executors.newFixedThreadPool(Math.min(64, Math.max(1, work.size())));
        try {
            var answers = new ArrayList<T>();
            for (var future : threads.invokeAll(work)) {
                answers.add(future.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    static long count(List<Bought> all, End end) {
        return all.stream().filter(one -> one.end() == end).count();
    }

    /** How long one round may take before nobody waits any more. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
}
