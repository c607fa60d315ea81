package dev.galleria.payment;

import dev.galleria.payment.Statement.Entry;
import dev.galleria.payment.Statement.Kind;
import dev.galleria.platform.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a gateway's list and our own books say differently. A pure function of both. */
final class Comparison {
    /** So long the settlement may take to record what the gateway shows already. */
    static final Duration RECORDED_WITHIN = Duration.ofMinutes(10);

    /** In what way the two differ. */
    enum What {
        /** The gateway shows money that is nothing of ours. */
        UNKNOWN_HERE,
        /** The gateway shows money for one of ours that we have not recorded, or have recorded under another reference. */
        NOT_RECORDED,
        /** We have recorded money that the gateway does not show. */
        MISSING_THERE,
        /** Both have it, with other amounts. */
        AMOUNT
    }

    /** One of ours; {@code done} when it has been taken or given back, as far as we know. */
    record Ours(Kind kind, UUID id, @Nullable String ref, Money amount, boolean done, Instant at) {}

    /** One difference; the time is when the money moved. */
    record Difference(
            What what,
            Kind kind,
            String ref,
            @Nullable UUID ourId,
            @Nullable Money ours,
            @Nullable Money theirs,
            Instant at) {}

    private final Instant now;
    private final Map<String, Ours> byRef = new HashMap<>();
    private final Map<UUID, Ours> byId = new HashMap<>();
    private final List<Difference> found = new ArrayList<>();

    private Comparison(List<Ours> ours, Instant now) {
        this.now = now;
        for (var one : ours) {
            byId.put(one.id(), one);
            if (one.ref() != null) {
                byRef.put(key(one.kind(), one.ref()), one);
            }
        }
    }

    /**
     * The differences between the gateway's entries since {@code from} and ours. What is too young for the other side to
     * show yet is no difference.
     */
    static List<Difference> of(List<Entry> theirs, List<Ours> ours, Instant from, Instant now, Duration reportsWithin) {
        var comparison = new Comparison(ours, now);
        var seen = new HashSet<String>();
        for (var entry : theirs) {
            seen.add(key(entry.kind(), entry.ref()));
            comparison.theirs(entry);
        }
        for (var one : ours) {
            var ref = one.ref();
            boolean shown = ref == null || seen.contains(key(one.kind(), ref)) || ref.startsWith(Refund.BY_HAND);
            if (one.done() && !shown && !one.at().isBefore(from) && one.at().isBefore(now.minus(reportsWithin))) {
                comparison.found.add(
                        new Difference(What.MISSING_THERE, one.kind(), ref, one.id(), one.amount(), null, one.at()));
            }
        }
        return List.copyOf(comparison.found);
    }

    private void theirs(Entry entry) {
        var ours = byRef.get(key(entry.kind(), entry.ref()));
        if (ours == null && entry.subject() != null) {
            ours = byId.get(entry.subject());
        }
        boolean young = entry.at().isAfter(now.minus(RECORDED_WITHIN));
        if (ours == null) {
            if (!young) {
                add(What.UNKNOWN_HERE, entry, null);
            }
        } else if (!ours.done() || !entry.ref().equals(ours.ref())) {
            if (!young) {
                add(What.NOT_RECORDED, entry, ours);
            }
        } else if (!ours.amount().equals(entry.amount())) {
            add(What.AMOUNT, entry, ours);
        }
    }

    private void add(What what, Entry entry, @Nullable Ours ours) {
        found.add(new Difference(
                what,
                entry.kind(),
                entry.ref(),
                ours == null ? null : ours.id(),
                ours == null ? null : ours.amount(),
                entry.amount(),
                entry.at()));
    }

    private static String key(Kind kind, String ref) {
        return kind + " " + ref;
    }
}
