package dev.galleria.catalog.editing;

import dev.galleria.catalog.editing.ProductDraft.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a draft must be to be kept, all faults at once. Pure: what the marketplace knows is given. */
final class DraftCheck {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~:,+-]{0,159}");
    private static final Set<String> TAX_CLASSES = Set.of("standard", "reduced", "zero");
    private static final int MOST_TAGS = 250;

    private final ProductDraft draft;
    private final Vocabulary words;
    private final Editor editor;
    private final Faults faults = new Faults();

    private DraftCheck(ProductDraft draft, Vocabulary words, Editor editor) {
        this.draft = draft;
        this.words = words;
        this.editor = editor;
    }

    /** All that is wrong with a normalized draft; {@code shown} when its product will be ACTIVE. */
    static List<Fault> faults(ProductDraft draft, Vocabulary words, Editor editor, boolean shown) {
        var check = new DraftCheck(draft, words, editor);
        check.head();
        check.texts();
        new AttributeCheck(draft, words, check.faults).check(shown);
        new VariantCheck(draft, words, check.editor, check.faults).check();
        check.pictures();
        return check.faults.found();
    }

    /** The draft in one spelling: NFC, without outer spaces, empty as null where there may be nothing, tags once each. */
    static ProductDraft normalized(ProductDraft draft) {
        return new ProductDraft(
                Faults.normalOrNull(draft.slug()),
                draft.state(),
                draft.publishedAt() == null ? null : toSecond(draft.publishedAt()),
                texts(draft.texts()),
                Faults.normal(draft.category()),
                Faults.normalOrNull(draft.brand()),
                Faults.normalOrNull(draft.type()),
                draft.tags().stream()
                        .map(tag -> Faults.normal(tag).toLowerCase(Locale.ROOT))
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList(),
                Faults.normal(draft.taxClass()),
                AttributeCheck.normalized(draft.attributes()),
                VariantCheck.normalizedOptions(draft.options()),
                VariantCheck.normalized(draft.variants()),
                draft.pictures().stream()
                        .map(picture -> new ProductDraft.Picture(
                                Faults.normal(picture.key()), VariantCheck.normalized(picture.alts())))
                        .toList());
    }

    static Instant toSecond(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Whether the key is that of an uploaded picture, which must be one of this marketplace's. */
    static boolean isUpload(@Nullable String key) {
        return key != null && key.startsWith("photo:");
    }

    /** Whether there may be such a picture here. */
    static boolean isPicture(String key, Vocabulary words) {
        return isPictureKey(key) && (!isUpload(key) || words.knownPictures().contains(key));
    }

    static boolean isPictureKey(String key) {
        return KEY.matcher(key).matches() && !key.contains("..");
    }

    private static Map<String, Words> texts(Map<String, Words> texts) {
        var normal = new LinkedHashMap<String, Words>();
        texts.forEach((locale, text) ->
                normal.put(locale, new Words(Faults.normal(text.title()), Faults.normal(text.description()))));
        return normal;
    }

    private void head() {
        var slug = draft.slug();
        if (slug != null && (slug.length() > 120 || !SLUG.matcher(slug).matches())) {
            faults.add("/slug", "slug");
        } else if (words.slugTaken()) {
            faults.add("/slug", "slug-taken");
        }
        if (draft.state() == ProductState.DELETED) {
            faults.add("/state", "state");
        }
        OfferCheck.moment("/publishedAt", draft.publishedAt(), faults);
        known("/category", draft.category(), words.categoryId());
        known("/brand", draft.brand(), words.brandId());
        known("/type", draft.type(), words.typeId());
        if (draft.tags().size() > MOST_TAGS) {
            faults.add("/tags", "too-many", MOST_TAGS);
        }
        for (int i = 0; i < draft.tags().size(); i++) {
            faults.line("/tags/" + i, draft.tags().get(i), 255);
        }
        if (!TAX_CLASSES.contains(draft.taxClass())) {
            faults.add("/taxClass", "tax-class");
        }
    }

    private void known(String pointer, @Nullable String word, @Nullable Object id) {
        if (word != null && id == null) {
            faults.add(pointer, word.isEmpty() ? "missing" : "unknown");
        }
    }

    private void texts() {
        if (!draft.texts().containsKey(words.ownLocale())) {
            faults.add("/texts", "own-language", words.ownLocale());
        }
        draft.texts().forEach((locale, text) -> {
            var pointer = "/texts/" + Faults.escaped(locale);
            faults.language("/texts", locale, words);
            faults.line(pointer + "/title", text.title(), 200);
            faults.text(pointer + "/description", text.description(), 20_000);
        });
    }

    private void pictures() {
        if (draft.pictures().size() > ProductDraft.MOST_PICTURES) {
            faults.add("/pictures", "too-many", ProductDraft.MOST_PICTURES);
            return;
        }
        var keys = new HashSet<String>();
        for (int i = 0; i < draft.pictures().size(); i++) {
            var picture = draft.pictures().get(i);
            var pointer = "/pictures/" + i;
            if (!isPicture(picture.key(), words)) {
                faults.add(pointer + "/key", "picture");
            } else if (!keys.add(picture.key())) {
                faults.add(pointer + "/key", "twice");
            }
            picture.alts().forEach((locale, alt) -> {
                faults.language(pointer + "/alts", locale, words);
                faults.text(pointer + "/alts/" + Faults.escaped(locale), alt, 300);
            });
        }
    }
}
