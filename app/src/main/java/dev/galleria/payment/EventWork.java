package dev.galleria.payment;

import dev.galleria.payment.GatewayEvents.Waiting;
import dev.galleria.platform.FailPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does what stored events ask for. An event only says where to look: its effect is what the gateway answers then. */
@ApplicationScoped
class EventWork {
    private static final Logger LOG = Logger.getLogger(EventWork.class.getName());
    private static final int BATCH = 20;
    /** With pauses of at most 30 s this is about a day. */
    private static final int MOST_ATTEMPTS = 2_880;

    @Inject
    GatewayEvents events;

    @Inject
    PaymentBook book;

    @Inject
    RefundBook refunds;

    @Inject
    Settlement settlement;

    @Inject
    Gateways gateways;

    void workOff() {
        List<Waiting> batch;
        do {
            batch = events.claim(BATCH);
            batch.forEach(this::workOff);
        } while (batch.size() == BATCH);
    }

    private void workOff(Waiting event) {
        try {
            FailPoint.hit("webhook.stored-before-effect");
            boolean settled = effect(event);
            FailPoint.hit("webhook.effect-before-commit");
            if (settled) {
                events.done(event.id());
            } else {
                later(event, "the gateway gave no answer");
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "Event " + event.id() + " will be tried again");
            later(event, String.valueOf(e));
        }
    }

    private void later(Waiting event, String error) {
        if (event.attempts() >= MOST_ATTEMPTS) {
            events.show(event.id(), error);
        } else {
            events.postpone(event.id(), Backoff.unanswered(event.attempts()), error);
        }
    }

    private boolean effect(Waiting event) {
        var notice = gateways.get(event.gateway()).read(event.payload());
        if (notice.kind() == Notice.Kind.ATTENTION) {
            events.show(event.id(), notice.detail());
            return true;
        }
        if (notice.kind() == Notice.Kind.OTHER) {
            return true;
        }
        if (notice.kind() == Notice.Kind.REFUND) {
            if (notice.subject() != null && refunds.exists(notice.subject())) {
                return settlement.settleRefund(notice.subject());
            }
            events.show(event.id(), "a refund that was not asked for here");
            return true;
        }
        var payment = notice.subject() != null && book.exists(notice.subject())
                ? new PaymentId(notice.subject())
                : notice.sessionRef() == null
                        ? null
                        : book.bySession(notice.sessionRef()).orElse(null);
        if (payment == null) {
            events.show(event.id(), "a payment that was not asked for here");
            return true;
        }
        var look = settlement.look(payment);
        if (look.found().status().state() == PaymentState.UNKNOWN && !look.unanswered()) {
            events.show(event.id(), String.valueOf(look.found().status().failure()));
        }
        return !look.unanswered();
    }
}
