package dev.galleria.search.signals;

/**
 * Words that were looked for.
 *
 * @param locale the language of the page that they were typed into
 * @param asked how often
 * @param found how many products the last search found; 0 when nothing had all words
 * @param followed how often a product was followed from there
 */
public record SearchedTerm(String locale, String words, int asked, int found, int followed) {
    /** Products followed per hundred searches; more than 100 when several were. */
    public int followedPercent() {
        return asked == 0 ? 0 : followed * 100 / asked;
    }
}
