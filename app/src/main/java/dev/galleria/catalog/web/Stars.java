package dev.galleria.catalog.web;

/** Ratings as the style sheet draws them. */
final class Stars {
    private Stars() {}

    /** The nearest half star of hundredths, for {@code data-stars}: 473 is 4.5. */
    static String step(int hundredths) {
        int halves = (hundredths + 25) / 50;
        return halves % 2 == 0 ? Integer.toString(halves / 2) : halves / 2 + ".5";
    }
}
