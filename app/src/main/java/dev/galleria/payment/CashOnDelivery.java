package dev.galleria.payment;

import jakarta.enterprise.context.ApplicationScoped;

/** The courier collects; nobody has to be asked. */
@ApplicationScoped
class CashOnDelivery implements PaymentGateway {
    @Override
    public String name() {
        return "cod";
    }

    @Override
    public boolean offered() {
        return true;
    }

    @Override
    public boolean promises() {
        return true;
    }

    @Override
    public Outcome open(Attempt attempt) {
        return new Outcome.Promised();
    }

    @Override
    public Outcome ask(Attempt attempt) {
        return new Outcome.Promised();
    }

    @Override
    public Outcome expire(Attempt attempt) {
        return new Outcome.Ended(null, "canceled");
    }

    /** Paid back by hand; this records it. */
    @Override
    public RefundOutcome refund(RefundAttempt attempt) {
        return new RefundOutcome.Done("cash:" + attempt.id());
    }
}
