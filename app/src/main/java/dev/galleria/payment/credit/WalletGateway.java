package dev.galleria.payment.credit;

import dev.galleria.ledger.Books;
import dev.galleria.payment.Attempt;
import dev.galleria.payment.Outcome;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.RefundAttempt;
import dev.galleria.payment.RefundOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Pays wholly by credit: what the checkout holds of store credit and gift cards. It is our own ledger, so it always answers, and
 * an attempt is paid exactly while that much is held or used.
 */
@ApplicationScoped
class WalletGateway implements PaymentGateway {
    private static final String REF = Books.CREDIT + ":";

    @Inject
    Credits credits;

    @Override
    public String name() {
        return Books.CREDIT;
    }

    @Override
    public boolean offered() {
        return true;
    }

    @Override
    public Outcome open(Attempt attempt) {
        return ask(attempt);
    }

    @Override
    public Outcome ask(Attempt attempt) {
        return credits.secured(attempt.checkoutId()) >= attempt.amount().minorUnits()
                ? new Outcome.Paid(null, REF + attempt.checkoutId(), attempt.amount(), null, null)
                : new Outcome.Ended(null, "the credit is not held");
    }

    @Override
    public Outcome expire(Attempt attempt) {
        return new Outcome.Ended(null, "canceled");
    }

    @Override
    public RefundOutcome refund(RefundAttempt attempt) {
        var checkout = UUID.fromString(attempt.gatewayRef().substring(REF.length()));
        credits.giveBack(checkout, attempt.id().toString(), attempt.amount());
        return new RefundOutcome.Done(REF + attempt.id());
    }
}
