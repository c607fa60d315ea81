package dev.galleria.payment;

import dev.galleria.account.AccountId;
import dev.galleria.payment.PaymentBook.Found;
import dev.galleria.platform.FailPoint;
import dev.galleria.platform.Money;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Payments at gateways. What talks to a gateway refuses to run inside a transaction: the intent is recorded and
 * committed, the gateway called with the key that was recorded, its answer recorded. No answer is an answer, too: the
 * payment is then unknown, and is asked for until the gateway tells.
 */
@ApplicationScoped
public class Payments {
    private static final int BUSY_SECONDS = 3;
    private static final Duration BEING_CALLED = Duration.ofSeconds(10);
    private static final int ROUNDS = 3;
    private static final int LOOKS = 15;
    private static final long LOOK_MILLIS = 200;

    @Inject
    PaymentBook book;

    @Inject
    RefundBook refunds;

    @Inject
    Gateways gateways;

    @Inject
    PaymentWays ways;

    @Inject
    Settlement settlement;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Clock clock;

    /** The gateways that the current tenant offers somewhere: {@code cod}, {@code paypal}, {@code stripe}. */
    public List<String> gateways() {
        return ways.offered(null, null);
    }

    /** Those that it offers to shoppers of that country (ISO 3166-1) who pay in that currency. */
    public List<String> gateways(String country, Currency currency) {
        return ways.offered(country, currency);
    }

    /**
     * Has a checkout paid. Repeating it while the first attempt is open gives the same page; an attempt over another
     * amount or gateway is called off first. While one attempt of a checkout may still take money, no second one is
     * started: {@link Started.Unavailable}. Refuses to run inside a transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public Started begin(BeginPayment wish) {
        var gateway = gateways.get(wish.gateway());
        if (!gateway.offered()) {
            throw Problem.refused("payment/gateway-not-offered", wish.gateway());
        }
        for (int round = 0; round < ROUNDS; round++) {
            var claim = book.claim(wish);
            var found = claim.made() ? first(gateway, claim.found()) : again(wish, claim.found());
            var state = found.status().state();
            if (state.secured() && !givenUp(found)) {
                return new Started.Authorized(found.status().id());
            }
            if (state == PaymentState.PENDING && found.url() != null && fits(wish, found)) {
                return new Started.Redirect(found.status().id(), found.url());
            }
            if (state.unsettled() || claim.made()) {
                return new Started.Unavailable(state.unsettled() ? BUSY_SECONDS : (int) Gateways.REST.toSeconds());
            }
        }
        return new Started.Unavailable(BUSY_SECONDS);
    }

    private Found first(PaymentGateway gateway, Found made) {
        FailPoint.hit("payment.row-committed-before-call");
        var outcome = gateways.call(gateway, () -> gateway.open(made.attempt()));
        FailPoint.hit("payment.after-call-before-commit");
        if (outcome instanceof Outcome.NotCalled) {
            book.abandon(made.status().id());
            return book.find(made.status().id());
        }
        return book.record(made.status().id(), outcome);
    }

    private Found again(BeginPayment wish, Found standing) {
        var status = standing.status();
        if (status.state().secured() && !givenUp(standing)) {
            return standing;
        }
        if (beingCalled(standing)) {
            return awaitAnswer(standing);
        }
        return settlement
                .look(fits(wish, standing) ? standing : book.askCancel(status.id()))
                .found();
    }

    /** A promise that is not to be kept any more; money that was taken stays taken. */
    private static boolean givenUp(Found found) {
        return found.status().state() == PaymentState.AUTHORIZED && found.cancelAsked();
    }

    private boolean beingCalled(Found found) {
        return found.status().state() == PaymentState.CREATED
                && found.attempt().createdAt().plus(BEING_CALLED).isAfter(clock.instant());
    }

    /** The same request a moment ago is at the gateway with it: its answer is the answer to both. */
    private Found awaitAnswer(Found standing) {
        var found = standing;
        try {
            for (int look = 0; look < LOOKS && beingCalled(found); look++) {
                Thread.sleep(LOOK_MILLIS);
                found = book.find(standing.status().id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    private static boolean fits(BeginPayment wish, Found found) {
        return !found.cancelAsked()
                && found.status().gateway().equals(wish.gateway())
                && found.status().amount().equals(wish.amount());
    }

    /** The payment as recorded; {@link #refresh} asks the gateway. Unknown id: Problem (NOT_FOUND). */
    public PaymentStatus status(PaymentId id) {
        return book.find(id).status();
    }

    /** The newest attempt to pay that checkout. */
    public Optional<PaymentStatus> ofCheckout(UUID checkoutId) {
        return book.newestOf(checkoutId);
    }

    /**
     * Asks the gateway how the payment stands and records it; when the gateway does not answer, gives what is recorded.
     * Repeatable. Refuses to run inside a transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public PaymentStatus refresh(PaymentId id) {
        return settlement.look(id).found().status();
    }

    /**
     * Calls an unpaid payment off, at the gateway too; what turns out to be paid stays paid. If the gateway does not
     * answer it is tried again until it does. Repeatable. Refuses to run inside a transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public PaymentStatus cancel(PaymentId id) {
        var found = book.find(id);
        var state = found.status().state();
        if (state.unsettled() || state == PaymentState.AUTHORIZED) {
            found = settlement.look(book.askCancel(id)).found();
        }
        return found.status();
    }

    /**
     * Whether that gateway needs nothing but a promise and no other attempt to pay that checkout stands. The caller has locked
     * the checkout, so it stays so until its transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean promises(String gateway, UUID checkoutId) {
        var known = gateways.get(gateway);
        return known.promises() && known.offered() && !book.stands(checkoutId);
    }

    /**
     * Takes the promise to pay, in the caller's transaction, which places the order; no event tells of it. Only where {@link
     * #promises} has said so.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PaymentStatus promise(BeginPayment wish) {
        return book.promise(wish);
    }

    /**
     * The payment, if an order can be placed on it now: its money is taken, or promised and not given up. It stays so until
     * the caller's transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<PaymentStatus> secured(PaymentId id) {
        return book.secured(id);
    }

    /**
     * Gives up a promise of which nothing will come, in the caller's transaction; the gateway is told once that has
     * committed, and again until it has heard. Money that was taken stays. Repeatable.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveUp(PaymentId id) {
        if (book.giveUp(id)) {
            afterCommit.run(() -> settlement.look(id));
        }
    }

    /**
     * Notes that the courier has brought the cash of a payment on delivery: less than its amount if some of it was waived
     * before, never more (Problem, REFUSED). Repeating it changes nothing, nor does it where the money is taken otherwise.
     */
    public PaymentStatus collected(PaymentId id, Money cash) {
        return book.collect(id, cash);
    }

    /** Notes what store credit and gift cards have paid of the order that stands on this payment. In the placing transaction. */
    public void addCredit(PaymentId id, Money credit) {
        book.addCredit(id, credit);
    }

    /**
     * Gives captured money back, at most what was captured: more is a Problem (REFUSED). The purpose names the refund:
     * repeating it gives the first answer, with another amount it is a Problem (REFUSED). Joins the caller's transaction;
     * the gateway is called once that has committed, and again until it answers.
     */
    @Transactional
    public Refunding refund(PaymentId id, Money amount, String purpose, String reason) {
        var refunding = refunds.ask(id, amount, purpose, reason, null);
        afterCommit.run(() -> settlement.settleRefund(refunding.id()));
        return refunding;
    }

    /**
     * The same, paid out as the account's store credit instead of by the gateway, within the caller's transaction. What credit
     * had paid goes back to where it came from.
     */
    @Transactional
    public Refunding refundAsCredit(PaymentId id, Money amount, String purpose, String reason, AccountId account) {
        return refunds.ask(id, amount, purpose, reason, account);
    }

    /** How much refunds whose purposes begin so have given back as credit. */
    public Money creditGiven(PaymentId id, String purposes) {
        return refunds.creditGiven(id, purposes);
    }

    /** The refunds of a payment, oldest first. */
    public List<Refunding> refunds(PaymentId id) {
        return refunds.of(id);
    }
}
