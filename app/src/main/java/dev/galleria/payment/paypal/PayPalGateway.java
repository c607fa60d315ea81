package dev.galleria.payment.paypal;

import com.paypal.sdk.exceptions.ApiException;
import com.paypal.sdk.exceptions.ErrorException;
import com.paypal.sdk.models.CaptureOrderInput;
import com.paypal.sdk.models.CreateOrderInput;
import com.paypal.sdk.models.GetOrderInput;
import com.paypal.sdk.models.Order;
import com.paypal.sdk.models.OrderStatus;
import com.paypal.sdk.models.Refund;
import com.paypal.sdk.models.RefundCapturedPaymentInput;
import com.paypal.sdk.models.RefundRequest;
import dev.galleria.payment.Attempt;
import dev.galleria.payment.GatewayAccounts.Endpoint;
import dev.galleria.payment.Notice;
import dev.galleria.payment.Outcome;
import dev.galleria.payment.PaymentGateway;
import dev.galleria.payment.RefundAttempt;
import dev.galleria.payment.RefundOutcome;
import dev.galleria.payment.Statement;
import dev.galleria.payment.paypal.PayPalEvents.Transmission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Payment through PayPal: the shopper approves an order there, the money is taken by our capture alone. So an attempt
 * that has ended here can never cost the shopper anything, although PayPal knows no way to call an order off.
 */
@ApplicationScoped
class PayPalGateway implements PaymentGateway {
    private static final Logger LOG = Logger.getLogger(PayPalGateway.class.getName());
    private static final String WHOLE = "return=representation";
    private static final Set<Integer> TRY_AGAIN = Set.of(401, 408, 409, 425, 429);
    private static final Set<String> DECLINED = Set.of(
            "INSTRUMENT_DECLINED",
            "PAYER_ACCOUNT_RESTRICTED",
            "PAYER_CANNOT_PAY",
            "TRANSACTION_REFUSED",
            "PAYER_ACTION_REQUIRED");

    @Inject
    PayPalAccount account;

    @Inject
    PayPalWebhook webhook;

    @Inject
    Clock clock;

    private final PayPalCertificates certificates = new PayPalCertificates();

    private interface Call<T> {
        T run() throws ApiException, IOException;
    }

    @Override
    public String name() {
        return PayPalAccount.NAME;
    }

    @Override
    public boolean offered() {
        return account.ready();
    }

    @Override
    public boolean offeredUnasked() {
        return false;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public boolean takes(Currency currency) {
        return PayPalAmount.takes(currency);
    }

    @Override
    public void prepare() {
        webhook.register();
    }

    @Override
    public Outcome open(Attempt attempt) {
        if (!PayPalAmount.has(attempt.amount())) {
            return new Outcome.Refused("PayPal cannot charge " + attempt.amount());
        }
        return outcome(() -> PayPalOrders.outcome(
                account.session()
                        .client()
                        .getOrdersController()
                        .createOrder(new CreateOrderInput.Builder(null, PayPalOrders.request(attempt))
                                .paypalRequestId(attempt.idempotencyKey())
                                .build())
                        .getResult(),
                attempt));
    }

    /** Takes the money if the shopper has approved. Without a known order the same call as before gives it again. */
    @Override
    public Outcome ask(Attempt attempt) {
        var ref = attempt.sessionRef();
        if (ref == null) {
            return open(attempt);
        }
        return outcome(() -> {
            var order = get(ref);
            return order != null && order.getStatus() == OrderStatus.APPROVED
                    ? capture(attempt, ref)
                    : PayPalOrders.outcome(order, attempt);
        });
    }

    private Outcome capture(Attempt attempt, String ref) throws ApiException, IOException {
        try {
            var order = account.session()
                    .client()
                    .getOrdersController()
                    .captureOrder(new CaptureOrderInput.Builder(ref, null)
                            .paypalRequestId(attempt.idempotencyKey() + "-capture")
                            .prefer(WHOLE)
                            .build())
                    .getResult();
            return PayPalOrders.outcome(order, attempt);
        } catch (ErrorException e) {
            var issue = issue(e);
            if (DECLINED.contains(issue)) {
                return new Outcome.Ended(ref, "declined: " + issue);
            }
            if (issue.equals("ORDER_ALREADY_CAPTURED")) {
                return PayPalOrders.outcome(get(ref), attempt);
            }
            throw e;
        }
    }

    private @Nullable Order get(String ref) throws ApiException, IOException {
        return account.session()
                .client()
                .getOrdersController()
                .getOrder(new GetOrderInput.Builder(ref).build())
                .getResult();
    }

    @Override
    public Outcome inspect(Attempt attempt) {
        var ref = attempt.sessionRef();
        if (ref == null) {
            return new Outcome.Ended(null, "never opened");
        }
        return outcome(() -> {
            var order = get(ref);
            return order != null && order.getStatus() == OrderStatus.COMPLETED
                    ? PayPalOrders.outcome(order, attempt)
                    : new Outcome.Ended(ref, "never captured");
        });
    }

    /** What is not captured never will be: only {@link #ask} does that, and it is not called for what has ended. */
    @Override
    public Outcome expire(Attempt attempt) {
        return inspect(attempt);
    }

    @Override
    public RefundOutcome refund(RefundAttempt attempt) {
        if (!PayPalAmount.has(attempt.amount())) {
            return new RefundOutcome.Refused("PayPal cannot refund " + attempt.amount());
        }
        var body = new RefundRequest.Builder()
                .amount(PayPalOrders.money(attempt.amount()))
                .customId(attempt.id().toString())
                .build();
        // The same key gives the same refund, as it stands now, for 45 days.
        return refundOutcome(() -> outcome(account.session()
                .client()
                .getPaymentsController()
                .refundCapturedPayment(new RefundCapturedPaymentInput.Builder(attempt.gatewayRef(), null)
                        .paypalRequestId(attempt.idempotencyKey())
                        .prefer(WHOLE)
                        .body(body)
                        .build())
                .getResult()));
    }

    private static RefundOutcome outcome(@Nullable Refund refund) {
        if (refund == null || refund.getId() == null || refund.getStatus() == null) {
            return new RefundOutcome.Unknown("an answer without the refund's status");
        }
        return switch (refund.getStatus()) {
            case COMPLETED -> new RefundOutcome.Done(refund.getId());
            case PENDING -> new RefundOutcome.Underway(refund.getId());
            case FAILED, CANCELLED -> new RefundOutcome.Refused("the refund is " + refund.getStatus());
            default -> new RefundOutcome.Unknown("a refund that is " + refund.getStatus());
        };
    }

    @Override
    public Statement statement(Instant from, Instant to) {
        return Optional.of(call(() -> PayPalStatement.of(account.session().client(), from, to), failure ->
                        (Statement) new Statement.Unavailable(failure.reason())))
                .orElseThrow();
    }

    @Override
    public Duration reportsWithin() {
        return Duration.ofHours(4);
    }

    @Override
    public Optional<Notice> verify(String body, UnaryOperator<@Nullable String> header) {
        var address = given(header, "PAYPAL-CERT-URL");
        var sent = new Transmission(
                given(header, "PAYPAL-TRANSMISSION-ID"),
                given(header, "PAYPAL-TRANSMISSION-TIME"),
                given(header, "PAYPAL-TRANSMISSION-SIG"),
                given(header, "PAYPAL-AUTH-ALGO"));
        return account.accounts()
                .endpoint(name())
                .map(Endpoint::ref)
                .filter(ref -> certificates
                        .key(address, account.base(), account.standIn(), clock)
                        .filter(key -> PayPalEvents.signed(body, sent, ref, key, clock))
                        .isPresent())
                .map(ref -> read(body));
    }

    private static String given(UnaryOperator<@Nullable String> header, String name) {
        var value = header.apply(name);
        return value == null ? "" : value;
    }

    @Override
    public Notice read(String body) {
        return PayPalEvents.read(body);
    }

    /** A call that has brought no result: understood and declined, or of unknown effect. */
    private record Failure(boolean refused, String reason) {}

    private Outcome outcome(Call<Outcome> call) {
        return call(
                call,
                failure -> failure.refused()
                        ? new Outcome.Refused(failure.reason())
                        : new Outcome.Unknown(failure.reason()));
    }

    private RefundOutcome refundOutcome(Call<RefundOutcome> call) {
        return call(
                call,
                failure -> failure.refused()
                        ? new RefundOutcome.Refused(failure.reason())
                        : new RefundOutcome.Unknown(failure.reason()));
    }

    private <T> T call(Call<T> call, Function<Failure, T> failed) {
        try {
            return call.run();
        } catch (ApiException e) {
            if (e.getResponseCode() == 401) {
                account.forgetToken();
            }
            int code = e.getResponseCode();
            var issue = e instanceof ErrorException error ? issue(error) : "";
            boolean refused =
                    code >= 400 && code < 500 && !TRY_AGAIN.contains(code) && !issue.equals("DUPLICATE_REQUEST_ID");
            return failed.apply(new Failure(refused, "PayPal " + code + " " + issue));
        } catch (IOException e) {
            return failed.apply(new Failure(false, "no answer: " + e));
        } catch (RuntimeException e) {
            // An answer that the SDK cannot read: a page instead of JSON, a body that ends too soon.
            LOG.log(Level.WARNING, "PayPal's answer cannot be read", e);
            return failed.apply(new Failure(false, "an unreadable answer"));
        }
    }

    private static String issue(ErrorException e) {
        var details = e.getDetails();
        var issue = details == null || details.isEmpty()
                ? e.getName()
                : details.get(0).getIssue();
        return issue == null ? "" : issue;
    }
}
