package dev.galleria.catalog.editing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an attribute must be to be kept. Pure: what is known is given. */
final class AttributeDraftCheck {
    private static final Set<String> KINDS = Set.of("TEXT", "NUMBER", "CHOICE", "FLAG", "DATE");
    private static final int MOST_CHOICES = 500;

    private AttributeDraftCheck() {}

    static AttributeDraft normalized(AttributeDraft draft) {
        return new AttributeDraft(
                Faults.normal(draft.code()),
                draft.kind(),
                draft.kind().equals("NUMBER") ? Faults.normalOrNull(draft.unit()) : null,
                draft.filterable(),
                draft.position(),
                labels(draft.labels()),
                draft.choices().stream()
                        .map(choice -> new AttributeDraft.Choice(Faults.normal(choice.code()), labels(choice.labels())))
                        .toList());
    }

    /** Without those that are empty. */
    static Map<String, String> labels(Map<String, String> labels) {
        var normal = new LinkedHashMap<String, String>();
        labels.forEach((locale, label) -> {
            var text = Faults.normal(label);
            if (!text.isEmpty()) {
                normal.put(locale, text);
            }
        });
        return normal;
    }

    static List<Fault> faults(AttributeDraft draft, @Nullable UsedAttribute before, List<Locale> locales, Locale own) {
        var faults = new Faults();
        faults.code("/code", draft.code());
        if (!KINDS.contains(draft.kind())) {
            faults.add("/kind", "unknown");
        } else if (before != null
                && before.products() > 0
                && !before.content().kind().equals(draft.kind())) {
            faults.add("/kind", "kind-in-use", before.products());
        }
        if (draft.unit() != null) {
            faults.line("/unit", draft.unit(), 20);
        }
        if (draft.position() < 1 || draft.position() > 10_000) {
            faults.add("/position", "range", 1, 10_000);
        }
        labels("/labels", draft.labels(), locales, own, faults);
        if (draft.kind().equals("CHOICE")) {
            choices(draft, before, locales, own, faults);
        }
        return faults.found();
    }

    static void labels(String pointer, Map<String, String> labels, List<Locale> locales, Locale own, Faults faults) {
        if (!labels.containsKey(own.toLanguageTag())) {
            faults.add(pointer + "/" + own.toLanguageTag(), "missing");
        }
        labels.forEach((locale, label) -> {
            if (!locales.contains(Locale.forLanguageTag(locale))) {
                faults.add(pointer + "/" + Faults.escaped(locale), "language", locales.toString());
            }
            faults.line(pointer + "/" + Faults.escaped(locale), label, 60);
        });
    }

    private static void choices(
            AttributeDraft draft, @Nullable UsedAttribute before, List<Locale> locales, Locale own, Faults faults) {
        if (draft.choices().isEmpty()) {
            faults.add("/choices", "missing");
        } else if (draft.choices().size() > MOST_CHOICES) {
            faults.add("/choices", "too-many", MOST_CHOICES);
            return;
        }
        var codes = new HashSet<String>();
        for (int i = 0; i < draft.choices().size(); i++) {
            var choice = draft.choices().get(i);
            faults.code("/choices/" + i + "/code", choice.code());
            if (!codes.add(choice.code())) {
                faults.add("/choices/" + i + "/code", "twice");
            }
            labels("/choices/" + i + "/labels", choice.labels(), locales, own, faults);
        }
        if (before != null) {
            before.perChoice().forEach((code, products) -> {
                if (products > 0 && !codes.contains(code)) {
                    faults.add("/choices", "choice-in-use", code, products);
                }
            });
        }
    }
}
