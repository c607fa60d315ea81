package dev.galleria.payment;

import dev.galleria.platform.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payments at gateways. */
@ApplicationScoped
public class Payments {

    /** The gateways that the current tenant can be paid through: {@code stripe}, {@code cod}. */
    public List<String> gateways() {
        throw new UnsupportedOperationException();
    }

    /**
     * Has a checkout paid. Repeating it while the first attempt is open gives the same page; an attempt over another
     * amount is called off first. While one attempt of a checkout may still take money, no second one is started:
     * {@link Started.Unavailable}. Talks to the gateway, so it refuses to run inside a transaction.
     */
    public Started begin(BeginPayment wish) {
        throw new UnsupportedOperationException();
    }

    /** The payment as recorded; {@link #refresh} asks the gateway. Unknown id: Problem (NOT_FOUND). */
    public PaymentStatus status(PaymentId id) {
        throw new UnsupportedOperationException();
    }

    /** The newest attempt to pay that checkout. */
    public Optional<PaymentStatus> ofCheckout(UUID checkoutId) {
        throw new UnsupportedOperationException();
    }

    /** Asks the gateway how the payment stands and records it. Repeatable. Refuses to run inside a transaction. */
    public PaymentStatus refresh(PaymentId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Calls an unpaid payment off, at the gateway too; what turns out to be paid stays paid. If the gateway does not
     * answer it is tried again until it does. Repeatable. Refuses to run inside a transaction.
     */
    public PaymentStatus cancel(PaymentId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives captured money back, at most what was captured: more is a Problem (REFUSED). The purpose names the refund:
     * repeating it gives the first answer, with another amount it is a Problem (REFUSED). Joins the caller's transaction;
     * the gateway is called once that has committed, and again until it answers.
     */
    public Refunding refund(PaymentId id, Money amount, String purpose, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The refunds of a payment, oldest first. */
    public List<Refunding> refunds(PaymentId id) {
        throw new UnsupportedOperationException();
    }
}
