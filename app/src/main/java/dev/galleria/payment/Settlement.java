package dev.galleria.payment;

import dev.galleria.payment.PaymentBook.Found;
import dev.galleria.platform.FailPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Finds out how unsettled payments and refunds have ended, by asking, never by charging again. No transaction is open. */
@ApplicationScoped
class Settlement {
    private static final Logger LOG = Logger.getLogger(Settlement.class.getName());
    private static final int BATCH = 50;

    @Inject
    PaymentBook book;

    @Inject
    RefundBook refunds;

    @Inject
    Gateways gateways;

    /** A payment after the gateway was asked, and what it said; nothing when there was nothing to ask. */
    record Look(Found found, @Nullable Outcome outcome) {
        /** Whether the gateway is still to be asked. */
        boolean unanswered() {
            return outcome instanceof Outcome.Unknown || outcome instanceof Outcome.NotCalled;
        }
    }

    /** Asks how the payment stands, or has it expire if that was asked for, and records the answer. */
    Look look(Found found) {
        var state = found.status().state();
        if (state == PaymentState.CAPTURED || state == PaymentState.AUTHORIZED && !found.cancelAsked()) {
            return new Look(found, null);
        }
        boolean promised = state == PaymentState.AUTHORIZED;
        if (!state.unsettled() && !promised && found.attempt().sessionRef() == null) {
            return new Look(found, null); // it ended before the gateway knew of it
        }
        var gateway = gateways.get(found.status().gateway());
        boolean end = found.cancelAsked() && (state.unsettled() || promised);
        boolean over = !state.unsettled() && !promised;
        var outcome = gateways.call(
                gateway,
                () -> over
                        ? gateway.inspect(found.attempt())
                        : end ? gateway.expire(found.attempt()) : gateway.ask(found.attempt()));
        FailPoint.hit(
                outcome instanceof Outcome.Paid
                        ? "capture.after-call-before-commit"
                        : "payment.after-call-before-commit");
        var recorded = book.record(found.status().id(), outcome);
        if (recorded.status().state() != state) {
            LOG.info(() -> "Payment " + found.status().id().value() + ": " + state + " → "
                    + recorded.status().state());
        }
        return new Look(recorded, outcome);
    }

    Look look(PaymentId id) {
        return look(book.find(id));
    }

    /** Calls the gateway for a refund that is not settled yet; true when it is. */
    boolean settleRefund(UUID id) {
        var open = refunds.open(id);
        if (open.isEmpty()) {
            return true;
        }
        var outcome =
                gateways.refund(gateways.get(open.get().gateway()), open.get().attempt());
        FailPoint.hit("refund.after-call-before-commit");
        refunds.record(id, outcome);
        if (outcome instanceof RefundOutcome.Refused refused) {
            LOG.severe(() -> "Refund " + id + " was refused and needs a person: " + refused.reason());
        }
        return refunds.open(id).isEmpty();
    }

    /** Works off what is due. One failure does not keep the others waiting. */
    void settleDue() {
        for (var id : book.due(BATCH)) {
            attempt("payment " + id.value(), () -> look(id));
        }
        for (var id : refunds.due(BATCH)) {
            attempt("refund " + id, () -> settleRefund(id));
        }
    }

    private static void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Not settled: " + what);
        }
    }
}
