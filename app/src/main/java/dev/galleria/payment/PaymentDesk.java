package dev.galleria.payment;

import dev.galleria.account.Account;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the marketplace's people see and settle what the machinery could not: payments of unknown end, refused refunds,
 * events that could not be worked off, differences between a gateway's list and the books. Whoever else asks is a Problem
 * (FORBIDDEN). Every decision is kept with who made it.
 */
@ApplicationScoped
public class PaymentDesk {
    private static final int DECISIONS = 20;
    private static final int LONGEST_NOTE = 500;

    @Inject
    DeskBook book;

    @Inject
    ReconciliationBook comparisons;

    @Inject
    Reconciliation reconciliation;

    @Inject
    Gateways gateways;

    @Inject
    Payments payments;

    @Inject
    RefundBook refunds;

    @Inject
    Settlement settlement;

    @Inject
    GatewayEvents events;

    @Inject
    EventWork work;

    @Inject
    Clock clock;

    /** The last comparison with a gateway; the failure is for staff. */
    public record Compared(
            String gateway, Instant at, @Nullable Instant upTo, int captures, int refunds, @Nullable String failure) {}

    /** What somebody has decided. */
    public record Decided(Concern.Kind kind, String subject, String action, String note, String actor, Instant at) {}

    /** What needs a person, the newest first; 200 at most. */
    public List<Concern> concerns(Account who) {
        PaymentWays.requireStaff(who);
        return book.open();
    }

    /** How many there are. */
    public int count(Account who) {
        PaymentWays.requireStaff(who);
        return book.count();
    }

    /** The last comparison with each gateway. */
    public List<Compared> comparisons(Account who) {
        PaymentWays.requireStaff(who);
        return comparisons.progress().stream()
                .map(one -> new Compared(
                        one.gateway(), one.ranAt(), one.comparedTo(), one.captures(), one.refunds(), one.failure()))
                .toList();
    }

    /** The last decisions, the newest first. */
    public List<Decided> decisions(Account who) {
        PaymentWays.requireStaff(who);
        return book.decisions(DECISIONS).stream()
                .map(one -> new Decided(
                        Concern.Kind.valueOf(one.kind()),
                        one.subject(),
                        one.action(),
                        one.note(),
                        one.actor(),
                        one.at()))
                .toList();
    }

    /** Compares with every gateway now. Refuses to run inside a transaction. */
    @Transactional(Transactional.TxType.NEVER)
    public void compare(Account who) {
        PaymentWays.requireStaff(who);
        gateways.all().forEach(gateway -> reconciliation.compare(gateway, clock.instant()));
    }

    /**
     * Tries again: asks the gateway how the payment stands, sends the refund once more, works the event off once more,
     * compares once more. What remains to be done by a person afterwards; empty if that has settled it. One that is not
     * open any more is settled. Refuses to run inside a transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public Optional<Concern> again(Account who, Concern.Kind kind, String id) {
        PaymentWays.requireStaff(who);
        if (book.open(kind, id).isEmpty()) {
            return Optional.empty();
        }
        book.decided(kind, id, "AGAIN", "", who.email());
        switch (kind) {
            case PAYMENT -> payments.refresh(new PaymentId(uuid(id)));
            case REFUND -> refundAgain(uuid(id));
            case EVENT -> {
                events.reopen(id);
                work.workOff();
            }
            case DIFFERENCE -> compareAgain(uuid(id));
        }
        return book.open(kind, id);
    }

    private void refundAgain(UUID id) {
        if (refunds.failed(id)) {
            refunds.again(id);
        }
        settlement.settleRefund(id);
    }

    private void compareAgain(UUID id) {
        book.difference(id).ifPresent(difference -> {
            var ourId = difference.ourId();
            if (ourId != null && difference.subject().equals(Statement.Kind.REFUND.name())) {
                settlement.settleRefund(ourId);
            } else if (ourId != null) {
                payments.refresh(new PaymentId(ourId));
            }
            reconciliation.compare(gateways.get(difference.gateway()), clock.instant());
        });
    }

    /**
     * Closes it by a person's word: calls the payment off at the gateway, notes that the refund was paid back another way,
     * leaves the event or the difference as it is. A note says why, 500 characters at most; none is a Problem (INVALID).
     * What remains afterwards; empty if it is closed. Refuses to run inside a transaction.
     */
    @Transactional(Transactional.TxType.NEVER)
    public Optional<Concern> close(Account who, Concern.Kind kind, String id, String note) {
        PaymentWays.requireStaff(who);
        var why = note.strip();
        if (why.isEmpty() || why.length() > LONGEST_NOTE || why.indexOf('\0') >= 0) {
            throw Problem.invalid("payment/note-needed", why.length());
        }
        if (book.open(kind, id).isEmpty()) {
            return Optional.empty();
        }
        book.decided(kind, id, "CLOSE", why, who.email());
        switch (kind) {
            case PAYMENT -> payments.cancel(new PaymentId(uuid(id)));
            case REFUND -> refunds.byHand(uuid(id));
            case EVENT -> events.dismiss(id);
            case DIFFERENCE -> book.closeDifference(uuid(id), why, clock.instant());
        }
        return book.open(kind, id);
    }

    private static UUID uuid(String id) {
        return Ids.parse(id).orElseThrow(() -> Problem.notFound("payment/unknown", id));
    }
}
