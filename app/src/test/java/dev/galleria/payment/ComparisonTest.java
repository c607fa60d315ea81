package dev.galleria.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.payment.Comparison.Difference;
import dev.galleria.payment.Comparison.Ours;
import dev.galleria.payment.Comparison.What;
import dev.galleria.payment.Statement.Entry;
import dev.galleria.payment.Statement.Kind;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(3));
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    private static Entry entry(Kind kind, String ref, String amount, Instant at, UUID subject) {
        return new Entry(kind, ref, Money.of(amount, "EUR"), at, subject);
    }

    private static Ours ours(Kind kind, UUID id, String ref, String amount, boolean done, Instant at) {
        return new Ours(kind, id, ref, Money.of(amount, "EUR"), done, at);
    }

    private static List<Difference> compare(List<Entry> theirs, List<Ours> ours) {
        return Comparison.of(theirs, ours, FROM, NOW, Duration.ofHours(4));
    }

    private static List<What> kinds(List<Entry> theirs, List<Ours> ours) {
        return compare(theirs, ours).stream().map(Difference::what).toList();
    }

    @Test
    void findsNothingWhereBothSayTheSame() {
        var payment = Ids.next();
        var refund = Ids.next();
        assertThat(compare(
                        List.of(
                                entry(Kind.CAPTURE, "c1", "49.00", YESTERDAY, payment),
                                entry(Kind.REFUND, "r1", "9.00", YESTERDAY, refund)),
                        List.of(
                                ours(Kind.CAPTURE, payment, "c1", "49.00", true, YESTERDAY),
                                ours(Kind.REFUND, refund, "r1", "9.00", true, YESTERDAY))))
                .isEmpty();
    }

    @Test
    void findsMoneyThatIsNothingOfOurs() {
        assertThat(compare(List.of(entry(Kind.CAPTURE, "c1", "49.00", YESTERDAY, Ids.next())), List.of()))
                .containsExactly(new Difference(
                        What.UNKNOWN_HERE, Kind.CAPTURE, "c1", null, null, Money.of("49.00", "EUR"), YESTERDAY));
    }

    @Test
    void findsMoneyTakenThatWeHaveNotRecorded() {
        var payment = Ids.next();
        var theirs = List.of(entry(Kind.CAPTURE, "c1", "49.00", YESTERDAY, payment));
        assertThat(kinds(theirs, List.of(ours(Kind.CAPTURE, payment, null, "0.00", false, YESTERDAY))))
                .containsExactly(What.NOT_RECORDED);
        assertThat(kinds(
                        List.of(
                                entry(Kind.CAPTURE, "c1", "49.00", YESTERDAY, payment),
                                entry(Kind.CAPTURE, "c2", "49.00", YESTERDAY, payment)),
                        List.of(ours(Kind.CAPTURE, payment, "c1", "49.00", true, YESTERDAY))))
                .as("charged twice")
                .containsExactly(What.NOT_RECORDED);
    }

    @Test
    void findsWhatTheGatewayDoesNotShow() {
        var done = ours(Kind.CAPTURE, Ids.next(), "c1", "49.00", true, YESTERDAY);
        assertThat(kinds(List.of(), List.of(done))).containsExactly(What.MISSING_THERE);
        var byHand = ours(Kind.REFUND, Ids.next(), "by-hand:x", "9.00", true, YESTERDAY);
        var failed = ours(Kind.REFUND, Ids.next(), null, "9.00", false, YESTERDAY);
        var before = ours(Kind.CAPTURE, Ids.next(), "c0", "49.00", true, FROM.minusSeconds(1));
        assertThat(kinds(List.of(), List.of(byHand, failed, before))).isEmpty();
    }

    @Test
    void findsOtherAmountsToTheCent() {
        var payment = Ids.next();
        assertThat(kinds(
                        List.of(entry(Kind.CAPTURE, "c1", "49.01", YESTERDAY, payment)),
                        List.of(ours(Kind.CAPTURE, payment, "c1", "49.00", true, YESTERDAY))))
                .containsExactly(What.AMOUNT);
    }

    @Test
    void waitsUntilTheOtherSideMustHaveIt() {
        var justNow = NOW.minus(Duration.ofMinutes(5));
        var payment = Ids.next();
        assertThat(kinds(
                        List.of(entry(Kind.CAPTURE, "c1", "49.00", justNow, payment)),
                        List.of(ours(Kind.CAPTURE, payment, null, "0.00", false, justNow))))
                .isEmpty();
        var threeHours = NOW.minus(Duration.ofHours(3));
        assertThat(kinds(List.of(), List.of(ours(Kind.CAPTURE, payment, "c1", "49.00", true, threeHours))))
                .isEmpty();
    }
}
