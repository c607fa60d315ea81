package dev.galleria.catalog.editing;

import dev.galleria.catalog.editing.ProductDraft.Choice;
import dev.galleria.catalog.editing.ProductDraft.Option;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All variants that options and their values make. */
public final class Matrix {
    /** So many options at the most. */
    public static final int OPTIONS = 3;

    /** So many variants at the most. */
    public static final int VARIANTS = 2_000;

    private Matrix() {}

    /**
     * One variant for each combination, the last option changing fastest. A variant that is there already stays as it is, with
     * id, SKU and offers; when an option was added, those without a choice for it get its first value. New ones get a SKU made
     * of the stem and their values. More than {@link #VARIANTS} is a Problem (REFUSED).
     */
    public static List<Variant> of(List<Option> options, List<Variant> existing, String stem) {
        long count = 1;
        for (var option : options) {
            count = Math.min(count * option.values().size(), Integer.MAX_VALUE);
        }
        if (options.size() > OPTIONS || count > VARIANTS) {
            throw Problem.refused("catalog/matrix-too-large", count);
        }
        var known = new HashMap<Map<String, String>, Variant>();
        var skus = new HashSet<String>();
        for (var variant : existing) {
            known.putIfAbsent(completed(variant.choices(), options), variant);
            skus.add(variant.sku());
        }
        var variants = new ArrayList<Variant>();
        for (var choices : combinations(options)) {
            var before = known.get(choices);
            variants.add(
                    before == null
                            ? new Variant(null, freshSku(stem, choices, skus), null, choices, 0, null, null)
                            : with(before, choices));
        }
        return variants;
    }

    private static List<Map<String, String>> combinations(List<Option> options) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (var option : options) {
            var longer = new ArrayList<Map<String, String>>();
            for (var choices : combinations) {
                for (var value : option.values()) {
                    var more = new LinkedHashMap<>(choices);
                    more.put(option.code(), value.code());
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    /** Without choices for options that are no more, and with the first value for those that are new. */
    private static Map<String, String> completed(Map<String, String> choices, List<Option> options) {
        var complete = new LinkedHashMap<String, String>();
        for (var option : options) {
            var first = option.values().stream().findFirst().map(Choice::code).orElse("");
            complete.put(option.code(), choices.getOrDefault(option.code(), first));
        }
        return complete;
    }

    private static Variant with(Variant variant, Map<String, String> choices) {
        return new Variant(
                variant.id(),
                variant.sku(),
                variant.gtin(),
                choices,
                variant.weightGrams(),
                variant.imageKey(),
                variant.offers());
    }

    private static String freshSku(String stem, Map<String, String> choices, HashSet<String> taken) {
        var parts = new ArrayList<String>();
        parts.add(stem);
        parts.addAll(choices.values());
        var plain = String.join("-", parts).toUpperCase(Locale.ROOT);
        var base = plain.length() <= 56 ? plain : plain.substring(0, 56);
        var sku = base;
        for (int number = 2; !taken.add(sku); number++) {
            sku = base + "-" + number;
        }
        return sku;
    }
}
