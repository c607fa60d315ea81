package dev.galleria.search.merchandising;

import dev.galleria.catalog.CategoryId;
import dev.galleria.catalog.ProductId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as it is entered: either words or a department; a position of 1 to 12 for a pin, 1 to 100 points for a boost. */
public record RuleDraft(
        @Nullable String query,
        @Nullable CategoryId category,
        ProductId product,
        RuleAction action,
        @Nullable Integer position,
        @Nullable Integer points,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** The last place that can be given away: it stands on the first page. */
    public static final int LAST = 12;

    static final int MOST_POINTS = 100;

    /** With words in their plain form, and without what its action does not need. */
    RuleDraft cleaned() {
        var words = Phrases.plain(query);
        return new RuleDraft(
                words.isEmpty() ? null : words,
                category,
                product,
                action,
                action == RuleAction.PIN ? position : null,
                action == RuleAction.BOOST ? points : null,
                from,
                until);
    }

    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (query == null == (category == null)) {
            faults.add(new Fault("/query", "scope"));
        } else if (query != null && !Phrases.fits(query)) {
            faults.add(new Fault("/query", "phrase"));
        }
        if (action == RuleAction.PIN && isOutside(position, LAST)) {
            faults.add(new Fault("/position", "position"));
        }
        if (action == RuleAction.BOOST && isOutside(points, MOST_POINTS)) {
            faults.add(new Fault("/points", "points"));
        }
        if (from != null && until != null && !from.isBefore(until)) {
            faults.add(new Fault("/until", "until"));
        }
        return faults;
    }

    private static boolean isOutside(@Nullable Integer number, int most) {
        return number == null || number < 1 || number > most;
    }
}
