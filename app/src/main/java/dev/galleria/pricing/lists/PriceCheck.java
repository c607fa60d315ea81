package dev.galleria.pricing.lists;

import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.Faults;
import dev.galleria.tenancy.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What price lists and their entries must be to be kept. Pure. */
final class PriceCheck {
    /** A line of a cart holds fewer; a tier beyond it would never apply. */
    static final int MOST_PIECES = 99;

    static final int MOST_TIERS = 20;
    static final long MOST_MINOR = 1_000_000_000_000L;
    private static final int HIGHEST = 1_000;
    private static final int MOST_OFF = 9_900;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private PriceCheck() {}

    static PriceListDraft normalized(PriceListDraft draft) {
        return new PriceListDraft(
                Faults.normal(draft.name()),
                draft.group(),
                draft.currency(),
                toSecond(draft.startsAt()),
                toSecond(draft.endsAt()),
                draft.priority(),
                draft.percentOff(),
                draft.active());
    }

    /** What is wrong with a normalized list; the group is one that exists, or not; its currency one that the shop sells in. */
    static List<Fault> faults(PriceListDraft draft, boolean groupKnown, Tenant shop) {
        var faults = new Faults();
        faults.line("/name", draft.name(), 100);
        if (draft.group() != null && !groupKnown) {
            faults.add("/group", "unknown");
        }
        if (shop.exchange(draft.currency()).isEmpty()) {
            faults.add("/currency", "not-sold-in", shop.currency().getCurrencyCode());
        }
        moment("/startsAt", draft.startsAt(), faults);
        moment("/endsAt", draft.endsAt(), faults);
        if (draft.startsAt() != null
                && draft.endsAt() != null
                && !draft.endsAt().isAfter(draft.startsAt())) {
            faults.add("/endsAt", "ends-before-it-begins");
        }
        if (draft.priority() < 0 || draft.priority() > HIGHEST) {
            faults.add("/priority", "range", 0, HIGHEST);
        }
        if (draft.percentOff() < 0 || draft.percentOff() > MOST_OFF) {
            faults.add("/percentOff", "range", 0, MOST_OFF / 100);
        }
        return faults.found();
    }

    /** What is wrong with an offer's tiers: each begins higher and costs less than the one before. */
    static List<Fault> faults(List<Tier> tiers) {
        var faults = new Faults();
        if (tiers.isEmpty()) {
            faults.add("/tiers", "missing");
        } else if (tiers.size() > MOST_TIERS) {
            faults.add("/tiers", "too-many", MOST_TIERS);
        } else {
            for (int i = 0; i < tiers.size(); i++) {
                tier("/tiers/" + i, tiers.get(i), i == 0 ? null : tiers.get(i - 1), faults);
            }
        }
        return faults.found();
    }

    private static void tier(String pointer, Tier tier, @Nullable Tier before, Faults faults) {
        if (tier.minQuantity() < 1 || tier.minQuantity() > MOST_PIECES) {
            faults.add(pointer + "/minQuantity", "range", 1, MOST_PIECES);
        } else if (before != null && tier.minQuantity() <= before.minQuantity()) {
            faults.add(pointer + "/minQuantity", "tiers-ascend");
        }
        if (tier.priceMinor() < 1 || tier.priceMinor() > MOST_MINOR) {
            faults.add(pointer + "/price", "price-range");
        } else if (before != null && tier.priceMinor() >= before.priceMinor()) {
            faults.add(pointer + "/price", "tiers-descend");
        }
    }

    private static void moment(String pointer, @Nullable Instant moment, Faults faults) {
        if (moment != null && (moment.isBefore(EARLIEST) || moment.isAfter(LATEST))) {
            faults.add(pointer, "moment");
        }
    }

    private static @Nullable Instant toSecond(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS);
    }
}
