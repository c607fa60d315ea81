package dev.galleria.catalog.collections;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.Faults;
import dev.galleria.catalog.editing.ProductDraft.Words;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a collection must be to be kept, all faults at once. Pure: what the marketplace knows is given. */
final class CollectionCheck {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LAST = 10_000;

    /**
     * What the marketplace knows.
     *
     * @param ownLocale one of the locales
     * @param slugTaken whether another collection has the draft's slug
     * @param products those of the picked products that exist
     */
    record Known(
            Set<String> locales,
            String ownLocale,
            Currency currency,
            boolean slugTaken,
            Set<UUID> products,
            RuleCheck.Words words) {}

    private final Known known;
    private final Faults faults = new Faults();

    private CollectionCheck(Known known) {
        this.known = known;
    }

    static CollectionDraft normalized(CollectionDraft draft) {
        var texts = new LinkedHashMap<String, Words>();
        draft.texts()
                .forEach((locale, words) ->
                        texts.put(locale, new Words(Faults.normal(words.title()), Faults.normal(words.description()))));
        return new CollectionDraft(
                Faults.normalOrNull(draft.slug()),
                draft.published(),
                draft.position(),
                texts,
                draft.sort(),
                draft.rule() == null ? null : RuleCheck.normalized(draft.rule()),
                draft.products());
    }

    static List<Fault> faults(CollectionDraft draft, Known known) {
        var check = new CollectionCheck(known);
        check.head(draft);
        check.texts(draft);
        check.products(draft);
        return check.faults.found();
    }

    private void head(CollectionDraft draft) {
        var slug = draft.slug();
        if (slug != null && (slug.length() > 120 || !SLUG.matcher(slug).matches())) {
            faults.add("/slug", "slug");
        } else if (known.slugTaken()) {
            faults.add("/slug", "address-taken");
        }
        if (draft.position() < 1 || draft.position() > LAST) {
            faults.add("/position", "range", 1, LAST);
        }
    }

    private void texts(CollectionDraft draft) {
        if (!draft.texts().containsKey(known.ownLocale())) {
            faults.add("/texts", "own-language", known.ownLocale());
        }
        draft.texts().forEach((locale, words) -> {
            var pointer = "/texts/" + Faults.escaped(locale);
            if (!known.locales().contains(locale)) {
                faults.add(pointer, "language", String.join(", ", known.locales()));
            }
            faults.line(pointer + "/title", words.title(), 100);
            faults.text(pointer + "/description", words.description(), 2_000);
        });
    }

    private void products(CollectionDraft draft) {
        var rule = draft.rule();
        var products = draft.products();
        if ((rule == null) == (products == null)) {
            faults.add("/rule", "rule-or-products");
            return;
        }
        if (rule != null) {
            if (draft.sort() == ListingQuery.Sort.FEATURED) {
                faults.add("/sort", "picked-order");
            }
            new RuleCheck(known.currency(), known.words(), faults).check(rule);
        } else if (products != null) {
            picked(products);
        }
    }

    private void picked(List<ProductId> products) {
        if (products.size() > CollectionDraft.MOST_PRODUCTS) {
            faults.add("/products", "too-many", CollectionDraft.MOST_PRODUCTS);
            return;
        }
        var seen = new HashSet<UUID>();
        for (int i = 0; i < products.size(); i++) {
            var id = products.get(i).value();
            if (!known.products().contains(id)) {
                faults.add("/products/" + i, "unknown");
            } else if (!seen.add(id)) {
                faults.add("/products/" + i, "twice");
            }
        }
    }
}
