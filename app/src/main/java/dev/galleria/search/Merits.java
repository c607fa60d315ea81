package dev.galleria.search;

import java.util.Map;

/**
 * What speaks for a product besides its texts: ratings in hundredths of a star, units sold and followed in the last 30 days,
 * how often it was seen (in thousandths of a first place), its age in milliseconds.
 */
record Merits(
        long rating,
        long reviews,
        long sellerRating,
        boolean inStock,
        long ageMillis,
        long sold,
        long clicked,
        long seen) {
    private static final long DAY = 86_400_000;
    private static final int HALF_LIFE_DAYS = 60;
    private static final int USUAL_RATING = 350;
    private static final int USUAL_REVIEWS = 5;
    private static final int MANY_REVIEWS = 1_000;
    private static final int MANY_SOLD = 300;
    private static final int FAIR_TEXT = 5;

    /** The formula's numbers by name, for whoever computes it elsewhere. */
    static final Map<String, Long> CONSTANTS = Map.of(
            "day", DAY,
            "halfLifeDays", (long) HALF_LIFE_DAYS,
            "usualRating", (long) USUAL_RATING,
            "usualReviews", (long) USUAL_REVIEWS,
            "manyReviews", (long) MANY_REVIEWS,
            "manySold", (long) MANY_SOLD,
            "fairText", (long) FAIR_TEXT);

    /** One factor, between 0 and 1; of the text it is the index's own score. */
    double of(Factor factor, double text) {
        return switch (factor) {
            case TEXT -> text / (text + FAIR_TEXT);
            case RATING ->
                ((double) (rating * reviews + USUAL_RATING * USUAL_REVIEWS) / (reviews + USUAL_REVIEWS) - 100) / 400;
            case REVIEWS -> magnitude(reviews, MANY_REVIEWS);
            case SELLER -> Math.max(0, sellerRating - 100) / 400d;
            case AVAILABILITY -> inStock ? 1 : 0;
            case RECENCY -> Math.pow(0.5, Math.max(0, ageMillis) / (double) DAY / HALF_LIFE_DAYS);
            case SALES -> magnitude(sold, MANY_SOLD);
            // One in twenty while little is known; one in five is as good as it gets.
            case CLICKS -> Math.min(1, (clicked + 1) / (seen / 1000d + 20) * 5);
        };
    }

    /** All factors, weighed. */
    double total(Weights weights, double text) {
        double total = 0;
        for (var factor : Factor.values()) {
            total += weights.of(factor) * of(factor, text);
        }
        return total;
    }

    private static double magnitude(long number, int many) {
        return Math.min(1, Math.log1p(number) / Math.log1p(many));
    }
}
