package dev.galleria.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every gateway keeps to, shown over the wire against its double. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PaymentGatewayContract {
    /** The calls that faults are set for. */
    public enum Call {
        OPEN,
        ASK,
        /** The call by which we take the money, where there is one. */
        TAKE,
        REFUND
    }

    protected abstract PaymentGateway gateway();

    /** The checkout that every attempt belongs to. */
    protected static final UUID CHECKOUT = UUID.fromString("01a20469-ac61-716a-ad1e-9df15511b511");

    /** Whether the shopper pays at a page of the gateway. */
    protected boolean hosted() {
        return true;
    }

    /** What opening gives where nobody else is asked. */
    protected Class<? extends Outcome> openedAtOnce() {
        return Outcome.Promised.class;
    }

    /** The gateway's name of a payment of that amount that has been made; empty if it does not count what it was paid. */
    protected Optional<String> paidRef(String amount) {
        return Optional.of(paid(opened(amount)).gatewayRef());
    }

    /** The double's name of that call; empty if the gateway has no such call. */
    protected abstract String operation(Call call);

    protected abstract void shopperPays(String sessionRef);

    protected abstract void shopperIsDeclined(String sessionRef);

    protected abstract GatewayDouble control();

    protected abstract String account();

    protected abstract Receiver events();

    /** The type of event that tells of a payment, and how a type is written in the body. */
    protected abstract String paymentEvent();

    @AfterEach
    void noFaults() {
        if (hosted()) {
            control().post("reset-faults", "");
        }
    }

    protected static Attempt attempt(UUID id, String amount, String sessionRef) {
        var display = new Display(
                "Linen shirt",
                List.of(new Display.Item(
                        "Linen shirt", 1, Money.of(amount, "EUR").minorUnits())),
                "jo@example.com",
                "en",
                "http://atelier.localhost:8080/checkout/return?checkout=x",
                "http://atelier.localhost:8080/checkout/return?checkout=x&back=1");
        return new Attempt(
                new PaymentId(id),
                CHECKOUT,
                "galleria-payment-" + id,
                Money.of(amount, "EUR"),
                display,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                sessionRef);
    }

    private Attempt opened(String amount) {
        var first = attempt(Ids.next(), amount, null);
        var open = (Outcome.Open) gateway().open(first);
        return known(first, open.sessionRef());
    }

    private static Attempt known(Attempt attempt, String sessionRef) {
        return new Attempt(
                attempt.id(),
                attempt.checkoutId(),
                attempt.idempotencyKey(),
                attempt.amount(),
                attempt.display(),
                attempt.createdAt(),
                sessionRef);
    }

    private Outcome.Paid paid(Attempt attempt) {
        shopperPays(attempt.sessionRef());
        return (Outcome.Paid) gateway().ask(attempt);
    }

    private String counted(String amount) {
        var ref = paidRef(amount);
        assumeTrue(ref.isPresent(), "counts what it was paid");
        return ref.get();
    }

    private RefundAttempt refund(String gatewayRef, String amount, int attempts) {
        return refund(Ids.next(), gatewayRef, amount, attempts);
    }

    private static RefundAttempt refund(UUID id, String gatewayRef, String amount, int attempts) {
        return new RefundAttempt(
                id, "galleria-refund-" + id, gatewayRef, Money.of(amount, "EUR"), attempts, Instant.now());
    }

    private void fault(Call call, String kind) {
        assumeTrue(hosted() && !operation(call).isEmpty(), "has such a call");
        control()
                .post(
                        "faults",
                        """
                        {"account": "%s", "operation": "%s", "kind": "%s", "millis": 7000, "count": 1}"""
                                .formatted(account(), operation(call), kind));
    }

    /** How often the double has moved money with that subject. */
    private long moved(UUID subject) {
        var ledger = JsonParser.parseString(control().get("ledger?account=" + account()));
        return ledger.getAsJsonObject().getAsJsonArray("facts").asList().stream()
                .filter(fact -> fact.toString().contains(subject.toString()))
                .count();
    }

    @Test
    void opensOnceHoweverOftenItIsAsked() {
        var attempt = attempt(Ids.next(), "49.00", null);
        var first = gateway().open(attempt);
        assertThat(gateway().open(attempt)).isEqualTo(first);
        assertThat(first).isInstanceOf(hosted() ? Outcome.Open.class : openedAtOnce());
        if (first instanceof Outcome.Open open) {
            assertThat(open.url()).startsWith("http");
            assertThat(gateway().ask(attempt))
                    .isInstanceOfSatisfying(Outcome.Open.class, found -> assertThat(found.sessionRef())
                            .isEqualTo(open.sessionRef()));
        }
    }

    @Test
    void neverOpensAnotherPaymentUnderTheSameKey() {
        assumeTrue(hosted());
        var first = opened("49.00");
        var other = attempt(first.id().value(), "1.00", null);
        assertThat(gateway().open(other)).isInstanceOfAny(Outcome.Unknown.class, Outcome.Refused.class);
        assertThat(paid(first).amount()).isEqualTo(Money.of("49.00", "EUR"));
    }

    @Test
    void tellsWhenItIsPaidAndThenAlwaysTheSame() {
        assumeTrue(hosted());
        var attempt = opened("49.00");
        assertThat(gateway().ask(attempt)).isInstanceOf(Outcome.Open.class);
        var paid = paid(attempt);
        assertThat(paid.amount()).isEqualTo(attempt.amount());
        assertThat(gateway().ask(attempt)).isEqualTo(paid);
        assertThat(gateway().inspect(attempt)).isEqualTo(paid);
        assertThat(gateway().expire(attempt)).as("paid stays paid").isEqualTo(paid);
        assertThat(moved(attempt.id().value())).isEqualTo(1);
    }

    @Test
    void takesNothingOnceItIsCalledOff() {
        var attempt = hosted() ? opened("49.00") : attempt(Ids.next(), "49.00", null);
        assertThat(gateway().expire(attempt)).isInstanceOf(Outcome.Ended.class);
        assertThat(gateway().expire(attempt)).isInstanceOf(Outcome.Ended.class);
        if (hosted()) {
            shopperPays(attempt.sessionRef());
            assertThat(gateway().inspect(attempt)).isInstanceOf(Outcome.Ended.class);
            assertThat(moved(attempt.id().value())).isZero();
        }
    }

    @Test
    void takesNothingFromAShopperWhoIsDeclined() {
        assumeTrue(hosted());
        var attempt = opened("49.00");
        shopperIsDeclined(attempt.sessionRef());
        assertThat(gateway().ask(attempt)).isInstanceOfAny(Outcome.Open.class, Outcome.Ended.class);
        assertThat(moved(attempt.id().value())).isZero();
    }

    @Test
    void refundsPartsOnceEachAndNeverTooMuch() {
        var paid = counted("49.00");
        var part = refund(paid, "9.00", 0);
        var done = gateway().refund(part);
        assertThat(done).isInstanceOf(RefundOutcome.Done.class);
        assertThat(gateway().refund(part)).isEqualTo(done);
        assertThat(gateway().refund(refund(part.id(), paid, "9.00", 1))).isEqualTo(done);
        assertThat(gateway().refund(refund(paid, "40.01", 0)))
                .as("more than is left")
                .isInstanceOf(RefundOutcome.Refused.class);
        assertThat(gateway().refund(refund(paid, "40.00", 0))).isInstanceOf(RefundOutcome.Done.class);
        assertThat(gateway().refund(refund(paid, "0.01", 0))).isInstanceOf(RefundOutcome.Refused.class);
    }

    @Test
    void refundsTheSameOnceWhereNobodyIsAsked() {
        assumeTrue(!hosted());
        var attempt = refund(paidRef("9.00").orElse("cash"), "9.00", 0);
        assertThat(gateway().refund(attempt)).isEqualTo(gateway().refund(attempt));
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        counted("49.00");
        assertThat(gateway().refund(refund("NOTHERE00000000000", "1.00", 0))).isInstanceOf(RefundOutcome.Refused.class);
        assumeTrue(hosted());
        var nowhere = attempt(Ids.next(), "49.00", "NOTHERE00000000000");
        assertThat(gateway().ask(nowhere)).isInstanceOfAny(Outcome.Refused.class, Outcome.Unknown.class);
        assertThat(gateway().expire(nowhere)).isInstanceOfAny(Outcome.Refused.class, Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge_then_no_answer", "charge_then_reset", "truncated"})
    void findsWhatWasOpenedWhenTheAnswerWasLost(String kind) {
        fault(Call.OPEN, kind);
        var attempt = attempt(Ids.next(), "49.00", null);
        var start = System.nanoTime();
        assertThat(gateway().open(attempt)).isInstanceOf(Outcome.Unknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        var found = (Outcome.Open) gateway().ask(attempt);
        var paid = paid(known(attempt, found.sessionRef()));
        assertThat(paid.amount()).isEqualTo(attempt.amount());
        assertThat(moved(attempt.id().value())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge_then_no_answer", "charge_then_reset", "error_after_charge", "no_charge_no_answer"})
    void takesTheMoneyOnceWhenTheAnswerWasLost(String kind) {
        assumeTrue(hosted() && !operation(Call.TAKE).isEmpty());
        var attempt = opened("49.00");
        shopperPays(attempt.sessionRef());
        fault(Call.TAKE, kind);
        assertThat(gateway().ask(attempt)).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway().ask(attempt)).isInstanceOf(Outcome.Paid.class);
        assertThat(moved(attempt.id().value())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge_then_reset", "error_without_charge", "rate_limited", "truncated"})
    void doesNotKnowWhenNobodyTells(String kind) {
        assumeTrue(hosted());
        var attempt = opened("49.00");
        fault(Call.ASK, kind);
        assertThat(gateway().ask(attempt)).isInstanceOf(Outcome.Unknown.class);
        assertThat(gateway().ask(attempt)).isInstanceOf(Outcome.Open.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"charge_then_no_answer", "charge_then_reset", "error_after_charge", "truncated"})
    void refundsOnceWhenTheAnswerWasLost(String kind) {
        assumeTrue(hosted());
        var paid = paid(opened("49.00"));
        fault(Call.REFUND, kind);
        var first = refund(paid.gatewayRef(), "49.00", 0);
        assertThat(gateway().refund(first)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(gateway().refund(refund(first.id(), paid.gatewayRef(), "49.00", 1)))
                .isInstanceOf(RefundOutcome.Done.class);
        assertThat(moved(first.id())).isEqualTo(1);
    }

    @Test
    void refundsARefusedRefundAsAnotherCallWhenItIsTriedAgain() {
        var paid = counted("49.00");
        var id = Ids.next();
        assertThat(gateway().refund(refund(id, paid, "50.00", 0))).isInstanceOf(RefundOutcome.Refused.class);
        var again =
                new RefundAttempt(id, "galleria-refund-" + id + "-1", paid, Money.of("49.00", "EUR"), 0, Instant.now());
        assertThat(gateway().refund(again)).isInstanceOf(RefundOutcome.Done.class);
    }

    @Test
    void takesOnlyEventsThatAreSignedNow() {
        assumeTrue(hosted());
        gateway().prepare();
        var attempt = opened("49.00");
        shopperPays(attempt.sessionRef());
        var sent = events().await(paymentEvent(), attempt.id().value().toString());
        var notice = gateway().verify(sent.body(), sent::header).orElseThrow();
        assertThat(notice.kind()).isEqualTo(Notice.Kind.PAYMENT);
        assertThat(notice.subject()).isEqualTo(attempt.id().value());
        assertThat(gateway().verify(sent.body(), sent::header))
                .as("comes again")
                .contains(notice);

        assertThat(gateway().verify(sent.body() + " ", sent::header)).isEmpty();
        assertThat(gateway().verify(sent.body(), name -> null)).isEmpty();
        assertThat(gateway().verify(sent.body(), name -> "x")).isEmpty();
        assertThat(gateway()
                        .read(sent.body().replace(paymentEvent(), "no.such.type"))
                        .kind())
                .isEqualTo(Notice.Kind.OTHER);
        for (var unreadable : List.of("", "null", "[", "{}", "<html>", "[".repeat(10_000))) {
            assertThat(gateway().read(unreadable).kind()).as(unreadable).isEqualTo(Notice.Kind.ATTENTION);
        }
    }

    @Test
    void refusesEventsThatAreOldOrSignedByOthers() {
        assumeTrue(hosted());
        gateway().prepare();
        for (var how : Map.of(
                        "old", "{\"timestamp_offset\": -302}",
                        "early", "{\"timestamp_offset\": 330}",
                        "foreign", "{\"signature\": \"wrong\"}",
                        "unsigned", "{\"signature\": \"missing\"}")
                .entrySet()) {
            control()
                    .post(
                            "faults",
                            """
                            {"account": "%s", "event": "%s", "webhook": %s, "count": 1}"""
                                    .formatted(account(), paymentEvent(), how.getValue()));
            var attempt = opened("49.00");
            shopperPays(attempt.sessionRef());
            var sent = events().await(paymentEvent(), attempt.id().value().toString());
            assertThat(gateway().verify(sent.body(), sent::header))
                    .as(how.getKey())
                    .isEmpty();
        }
    }

    @Test
    void listsWhatHasMoved() {
        assumeTrue(hosted());
        var attempt = opened("49.00");
        var paid = paid(attempt);
        var back = refund(paid.gatewayRef(), "9.00", 0);
        gateway().refund(back);
        var now = Instant.now();
        var listed =
                (Statement.Listed) gateway().statement(now.minus(Duration.ofHours(1)), now.plus(Duration.ofMinutes(1)));
        assertThat(listed.entries())
                .anySatisfy(entry -> {
                    assertThat(entry.ref()).isEqualTo(paid.gatewayRef());
                    assertThat(entry.kind()).isEqualTo(Statement.Kind.CAPTURE);
                    assertThat(entry.amount()).isEqualTo(Money.of("49.00", "EUR"));
                    assertThat(entry.subject()).isEqualTo(attempt.id().value());
                })
                .anySatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo(Statement.Kind.REFUND);
                    assertThat(entry.amount()).isEqualTo(Money.of("9.00", "EUR"));
                    assertThat(entry.subject()).isEqualTo(back.id());
                });
    }
}
