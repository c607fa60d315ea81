package dev.galleria.inventory.supply;

import java.util.List;

/** How much to order again. Pure, in whole units. */
public final class Replenishment {
    private Replenishment() {}

    /**
     * What is known of an offer.
     *
     * @param sold units in the last so many days
     * @param days how many days that was, at least 1
     * @param leadDays how long goods take to come
     * @param safety units that should be left when they come
     * @param onHand units on the shelves
     * @param promised units of those that are held or that orders wait for
     * @param incoming units that are ordered or under way
     */
    public record Demand(int sold, int days, int leadDays, int safety, int onHand, int promised, int incoming) {
        public Demand {
            if (sold < 0 || days < 1 || leadDays < 0 || safety < 0 || onHand < 0 || promised < 0 || incoming < 0) {
                throw new IllegalArgumentException("not a demand");
            }
        }
    }

    /** One summand: which, and how many units it adds (negative: takes away). */
    public record Step(Kind kind, long units) {}

    /** What a summand stands for. */
    public enum Kind {
        /** Expected to sell until the goods come, rounded up. */
        SALES,
        SAFETY,
        PROMISED,
        ON_HAND,
        INCOMING
    }

    /** How many units to order, 0 if enough is there, and how that came about: the steps' sum, at least 0. */
    public record Suggestion(long units, List<Step> steps) {}

    /** Sales per day × lead time + safety + promised − on hand − incoming. */
    public static Suggestion of(Demand demand) {
        long sales = -Math.floorDiv(-(long) demand.sold() * demand.leadDays(), (long) demand.days());
        var steps = List.of(
                new Step(Kind.SALES, sales),
                new Step(Kind.SAFETY, demand.safety()),
                new Step(Kind.PROMISED, demand.promised()),
                new Step(Kind.ON_HAND, -demand.onHand()),
                new Step(Kind.INCOMING, -demand.incoming()));
        return new Suggestion(Math.max(0, steps.stream().mapToLong(Step::units).sum()), steps);
    }
}
