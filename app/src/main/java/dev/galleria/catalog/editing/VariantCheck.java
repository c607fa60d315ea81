package dev.galleria.catalog.editing;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.ProductDraft.Choice;
import dev.galleria.catalog.editing.ProductDraft.Offer;
import dev.galleria.catalog.editing.ProductDraft.Option;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.seller.SellerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.ModulusTenCheckDigit;

/** Whether options, variants and their offers fit each other. */
final class VariantCheck {
    private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final ModulusTenCheckDigit CHECK_DIGIT = new ModulusTenCheckDigit(new int[] {1, 3}, true);
    private static final Pattern SWATCH = Pattern.compile("#[0-9a-f]{6}");
    private static final int HEAVIEST = 1_000_000;
    private static final int MOST_VALUES = 500;

    private final ProductDraft draft;
    private final Vocabulary words;
    private final Editor editor;
    private final Faults faults;
    private final Map<String, Set<String>> codes = new LinkedHashMap<>();

    VariantCheck(ProductDraft draft, Vocabulary words, Editor editor, Faults faults) {
        this.draft = draft;
        this.words = words;
        this.editor = editor;
        this.faults = faults;
    }

    static Map<String, String> normalized(Map<String, String> texts) {
        var normal = new LinkedHashMap<String, String>();
        texts.forEach((key, text) -> normal.put(key, Faults.normal(text)));
        return normal;
    }

    static List<Option> normalizedOptions(List<Option> options) {
        return options.stream()
                .map(option -> new Option(
                        Faults.normal(option.code()),
                        normalized(option.labels()),
                        option.values().stream()
                                .map(value -> new Choice(
                                        Faults.normal(value.code()),
                                        normalized(value.labels()),
                                        Faults.normalOrNull(value.swatch())))
                                .toList()))
                .toList();
    }

    static List<Variant> normalized(List<Variant> variants) {
        return variants.stream()
                .map(variant -> new Variant(
                        variant.id(),
                        Faults.normal(variant.sku()),
                        Faults.normalOrNull(variant.gtin()),
                        normalized(variant.choices()),
                        variant.weightGrams(),
                        Faults.normalOrNull(variant.imageKey()),
                        variant.offers() == null
                                ? null
                                : variant.offers().stream()
                                        .map(offer -> new Offer(offer.seller(), OfferCheck.normalized(offer.terms())))
                                        .toList()))
                .toList();
    }

    /** Whether that is a GTIN-8, -12, -13 or -14 with its check digit (GS1 General Specifications, section 7.9). */
    static boolean isGtin(String text) {
        return GTIN.matcher(text).matches() && CHECK_DIGIT.isValid(text);
    }

    void check() {
        options();
        var variants = draft.variants();
        if (variants.isEmpty()) {
            faults.add("/variants", "missing");
        }
        if (variants.size() > Matrix.VARIANTS) {
            faults.add("/variants", "too-many", Matrix.VARIANTS);
            return;
        }
        var skus = new HashMap<String, Integer>();
        var ids = new HashSet<VariantId>();
        var seen = new HashSet<Map<String, String>>();
        for (int i = 0; i < variants.size(); i++) {
            var variant = variants.get(i);
            var pointer = "/variants/" + i;
            sku(variant.sku(), skus.putIfAbsent(variant.sku(), i) != null, pointer + "/sku");
            if (variant.id() != null && !ids.add(variant.id())) {
                faults.add(pointer + "/id", "twice");
            }
            if (choices(variant, pointer) && !seen.add(variant.choices())) {
                faults.add(pointer + "/choices", "twice");
            }
            details(variant, pointer);
        }
    }

    private void options() {
        if (draft.options().size() > Matrix.OPTIONS) {
            faults.add("/options", "too-many", Matrix.OPTIONS);
        }
        for (int i = 0; i < draft.options().size(); i++) {
            var option = draft.options().get(i);
            var pointer = "/options/" + i;
            faults.code(pointer + "/code", option.code());
            faults.labels(pointer + "/labels", option.labels(), words, 60);
            var values = new HashSet<String>();
            if (codes.putIfAbsent(option.code(), values) != null) {
                faults.add(pointer + "/code", "twice");
            }
            if (option.values().isEmpty()) {
                faults.add(pointer + "/values", "missing");
            } else if (option.values().size() > MOST_VALUES) {
                faults.add(pointer + "/values", "too-many", MOST_VALUES);
            } else {
                values(option, values, pointer + "/values/");
            }
        }
    }

    private void values(Option option, Set<String> values, String pointer) {
        for (int j = 0; j < option.values().size(); j++) {
            var value = option.values().get(j);
            faults.code(pointer + j + "/code", value.code());
            if (!values.add(value.code())) {
                faults.add(pointer + j + "/code", "twice");
            }
            faults.labels(pointer + j + "/labels", value.labels(), words, 60);
            if (value.swatch() != null && !SWATCH.matcher(value.swatch()).matches()) {
                faults.add(pointer + j + "/swatch", "swatch");
            }
        }
    }

    private void sku(String sku, boolean again, String pointer) {
        faults.line(pointer, sku, 64);
        if (sku.startsWith("~")) {
            faults.add(pointer, "characters");
        } else if (again) {
            faults.add(pointer, "twice");
        } else if (words.takenSkus().contains(sku)) {
            faults.add(pointer, "sku-taken");
        }
    }

    private boolean choices(Variant variant, String pointer) {
        boolean fits = variant.choices().keySet().equals(codes.keySet())
                && variant.choices().entrySet().stream()
                        .allMatch(entry -> codes.get(entry.getKey()).contains(entry.getValue()));
        if (!fits) {
            faults.add(pointer + "/choices", "choices");
        }
        return fits;
    }

    private void details(Variant variant, String pointer) {
        if (variant.gtin() != null && !isGtin(variant.gtin())) {
            faults.add(pointer + "/gtin", "gtin");
        }
        if (variant.weightGrams() < 0 || variant.weightGrams() > HEAVIEST) {
            faults.add(pointer + "/weightGrams", "range", 0, HEAVIEST);
        }
        if (variant.imageKey() != null && !DraftCheck.isPicture(variant.imageKey(), words)) {
            faults.add(pointer + "/imageKey", "picture");
        }
        if (variant.offers() != null) {
            offers(variant.offers(), pointer + "/offers/");
        }
    }

    private void offers(List<Offer> offers, String pointer) {
        var sellers = new HashSet<SellerId>();
        for (int i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            var seller = offer.seller() == null ? editor.seller() : offer.seller();
            if (seller == null) {
                faults.add(pointer + i + "/seller", "missing");
            } else if (!editor.maySellAs(seller)) {
                faults.add(pointer + i + "/seller", "unknown");
            } else if (!sellers.add(seller)) {
                faults.add(pointer + i + "/seller", "twice");
            }
            OfferCheck.check(offer.terms(), pointer + i, words.currency(), faults);
        }
    }
}
