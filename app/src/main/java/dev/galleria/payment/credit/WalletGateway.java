package dev.galleria.payment.credit;

import dev.galleria.ledger.Books;
import dev.galleria.payment.Attempt;
import dev.galleria.payment.Outcome;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.RefundAttempt;
import dev.galleria.payment.RefundOutcome;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
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
        var checkout = checkout(attempt.gatewayRef());
        if (checkout.isEmpty() || credits.secured(checkout.get()) == 0) {
            return new RefundOutcome.Refused("no credit has paid it");
        }
        try {
            credits.giveBack(checkout.get(), attempt.id().toString(), attempt.amount());
        } catch (Problem more) {
            return new RefundOutcome.Refused("more than the credits have paid");
        }
        return new RefundOutcome.Done(REF + attempt.id());
    }

    private static Optional<UUID> checkout(String ref) {
        return ref.startsWith(REF) ? Ids.parse(ref.substring(REF.length())) : Optional.empty();
    }
}
