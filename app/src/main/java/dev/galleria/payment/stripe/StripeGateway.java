package dev.galleria.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.checkout.SessionService;
import dev.galleria.payment.Attempt;
import dev.galleria.payment.Notice;
import dev.galleria.payment.Outcome;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.RefundAttempt;
import dev.galleria.payment.RefundOutcome;
import dev.galleria.payment.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Payment by card on Stripe's own page. */
@ApplicationScoped
class StripeGateway implements PaymentGateway {
    private static final Logger LOG = Logger.getLogger(StripeGateway.class.getName());
    /** Longer than any call can be under way: what Stripe's list does not show by then does not exist. */
    private static final Duration CALL_IS_OVER = Duration.ofMinutes(1);

    @Inject
    StripeAccount account;

    @Inject
    Clock clock;

    private interface Call<T> {
        T run() throws StripeException;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public boolean offered() {
        return account.ready();
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public Statement statement(Instant from, Instant to) {
        try {
            return StripeStatement.of(account.client(), from, to);
        } catch (StripeException e) {
            return new Statement.Unavailable(reason(e));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe's list cannot be read", e);
            return new Statement.Unavailable("an unreadable answer");
        }
    }

    @Override
    public void prepare() {
        account.register();
    }

    @Override
    public Outcome open(Attempt attempt) {
        if (!StripeAmount.has(attempt.amount().minorUnits(), attempt.amount().currency())) {
            return new Outcome.Refused("Stripe cannot charge " + attempt.amount());
        }
        return outcome(() ->
                Sessions.outcome(sessions().create(Sessions.params(attempt), key(attempt.idempotencyKey())), attempt));
    }

    @Override
    public Outcome ask(Attempt attempt) {
        return outcome(() -> {
            var session = find(attempt);
            return session.isPresent() ? Sessions.outcome(session.get(), attempt) : openAgain(attempt);
        });
    }

    @Override
    public Outcome expire(Attempt attempt) {
        return outcome(() -> {
            var session = find(attempt);
            if (session.isEmpty()) {
                return over(attempt)
                        ? new Outcome.Ended(null, "never opened")
                        : expireOpened(openAgain(attempt), attempt);
            }
            return expireOpened(Sessions.outcome(session.get(), attempt), attempt);
        });
    }

    private Outcome expireOpened(Outcome standing, Attempt attempt) throws StripeException {
        if (!(standing instanceof Outcome.Open open)) {
            return standing;
        }
        try {
            sessions().expire(open.sessionRef());
        } catch (InvalidRequestException e) {
            LOG.log(Level.FINE, "paid or expired meanwhile; the next look tells which", e);
        }
        return Sessions.outcome(retrieve(open.sessionRef()), attempt);
    }

    /** The same call as the first one: its key makes Stripe give the same session, or make it now. */
    private Outcome openAgain(Attempt attempt) {
        var outcome = open(attempt);
        // Nobody was ever sent to a session that is not in the list after this time; there is nothing to be paid.
        return outcome instanceof Outcome.Unknown && over(attempt) ? new Outcome.Refused("never opened") : outcome;
    }

    private boolean over(Attempt attempt) {
        return attempt.createdAt().plus(CALL_IS_OVER).isBefore(clock.instant());
    }

    private Optional<Session> find(Attempt attempt) throws StripeException {
        if (attempt.sessionRef() != null) {
            return Optional.of(retrieve(attempt.sessionRef()));
        }
        var id = attempt.id().value().toString();
        var since = SessionListParams.Created.builder()
                .setGte(attempt.createdAt().minus(CALL_IS_OVER).getEpochSecond())
                .build();
        var pages = sessions()
                .list(SessionListParams.builder()
                        .setLimit(100L)
                        .setCreated(since)
                        .build());
        for (var session : pages.autoPagingIterable()) {
            if (id.equals(session.getClientReferenceId())) {
                return Optional.of(retrieve(session.getId()));
            }
        }
        return Optional.empty();
    }

    private Session retrieve(String sessionRef) throws StripeException {
        return sessions()
                .retrieve(
                        sessionRef,
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge")
                                .build());
    }

    @Override
    public RefundOutcome refund(RefundAttempt attempt) {
        if (!StripeAmount.has(attempt.amount().minorUnits(), attempt.amount().currency())) {
            return new RefundOutcome.Refused("Stripe cannot refund " + attempt.amount());
        }
        return refundOutcome(() -> {
            var known = attempt.attempts() == 0 ? Optional.<Refund>empty() : find(attempt);
            return outcome(known.isPresent() ? known.get() : create(attempt));
        });
    }

    private Refund create(RefundAttempt attempt) throws StripeException {
        return account.client()
                .v1()
                .refunds()
                .create(
                        RefundCreateParams.builder()
                                .setPaymentIntent(attempt.gatewayRef())
                                .setAmount(StripeAmount.of(
                                        attempt.amount().minorUnits(),
                                        attempt.amount().currency()))
                                .putMetadata("refund", attempt.id().toString())
                                .putMetadata("attempt", attempt.idempotencyKey())
                                .build(),
                        key(attempt.idempotencyKey()));
    }

    private Optional<Refund> find(RefundAttempt attempt) throws StripeException {
        var pages = account.client()
                .v1()
                .refunds()
                .list(RefundListParams.builder()
                        .setLimit(100L)
                        .setPaymentIntent(attempt.gatewayRef())
                        .build());
        for (var refund : pages.autoPagingIterable()) {
            // The same refund may have been refused before and be tried again: that is another attempt.
            if (refund.getMetadata() != null
                    && attempt.id().toString().equals(refund.getMetadata().get("refund"))
                    && attempt.idempotencyKey()
                            .equals(refund.getMetadata().getOrDefault("attempt", attempt.idempotencyKey()))) {
                return Optional.of(refund);
            }
        }
        return Optional.empty();
    }

    private static RefundOutcome outcome(Refund refund) {
        if (refund.getId() == null || refund.getStatus() == null) {
            return new RefundOutcome.Unknown("an answer without the refund's status");
        }
        return switch (refund.getStatus()) {
            case "succeeded" -> new RefundOutcome.Done(refund.getId());
            case "pending", "requires_action" -> new RefundOutcome.Underway(refund.getId());
            case "failed", "canceled" -> new RefundOutcome.Refused("the refund has " + refund.getStatus());
            default -> new RefundOutcome.Unknown("a refund that is " + refund.getStatus());
        };
    }

    @Override
    public Optional<Notice> verify(String body, UnaryOperator<@Nullable String> header) {
        var signature = header.apply("Stripe-Signature");
        return account.webhookSecret()
                .filter(secret -> signature != null && StripeEvents.signed(body, signature, secret, clock))
                .map(secret -> read(body));
    }

    @Override
    public Notice read(String body) {
        return StripeEvents.read(body, account.live());
    }

    private SessionService sessions() {
        return account.client().v1().checkout().sessions();
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private static Outcome outcome(Call<Outcome> call) {
        try {
            return call.run();
        } catch (StripeException e) {
            return refused(e) ? new Outcome.Refused(reason(e)) : new Outcome.Unknown(reason(e));
        } catch (RuntimeException e) {
            // An answer that stripe-java cannot read: a page instead of JSON, a body that ends too soon.
            LOG.log(Level.WARNING, "Stripe's answer cannot be read", e);
            return new Outcome.Unknown("an unreadable answer");
        }
    }

    private static RefundOutcome refundOutcome(Call<RefundOutcome> call) {
        try {
            return call.run();
        } catch (StripeException e) {
            return refused(e) ? new RefundOutcome.Refused(reason(e)) : new RefundOutcome.Unknown(reason(e));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Stripe's answer cannot be read", e);
            return new RefundOutcome.Unknown("an unreadable answer");
        }
    }

    /** Whether Stripe has understood and declined; a key that was used with other parameters (IdempotencyException) is not that. */
    private static boolean refused(StripeException e) {
        return (e instanceof InvalidRequestException
                        || e instanceof CardException
                        || e instanceof AuthenticationException
                        || e instanceof PermissionException)
                && !(e instanceof RateLimitException);
    }

    private static String reason(StripeException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
