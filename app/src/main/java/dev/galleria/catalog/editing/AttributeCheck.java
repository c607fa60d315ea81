package dev.galleria.catalog.editing;

import dev.galleria.catalog.editing.ProductDraft.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether each attribute has a value of its own kind, and the type's attributes are the ones used. */
final class AttributeCheck {
    /** What the column holds: 14 digits before the point and 4 behind. */
    private static final BigDecimal LARGEST = new BigDecimal("99999999999999");

    private static final int DECIMALS = 4;
    private static final int MOST = 200;

    private final ProductDraft draft;
    private final Vocabulary words;
    private final Faults faults;

    AttributeCheck(ProductDraft draft, Vocabulary words, Faults faults) {
        this.draft = draft;
        this.words = words;
        this.faults = faults;
    }

    static List<Value> normalized(List<Value> values) {
        return values.stream()
                .map(value -> new Value(
                        Faults.normal(value.attribute()),
                        Faults.normalOrNull(value.choice()),
                        value.texts() == null ? null : VariantCheck.normalized(value.texts()),
                        value.number(),
                        Faults.normalOrNull(value.unit()),
                        value.flag(),
                        value.date()))
                .toList();
    }

    void check(boolean shown) {
        if (draft.attributes().size() > MOST) {
            faults.add("/attributes", "too-many", MOST);
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < draft.attributes().size(); i++) {
            var value = draft.attributes().get(i);
            var pointer = "/attributes/" + i;
            var known = words.attributes().get(value.attribute());
            if (known == null) {
                faults.add(pointer + "/attribute", "unknown");
            } else if (!seen.add(value.attribute())) {
                faults.add(pointer + "/attribute", "twice");
            } else if (words.ofType() != null && !words.ofType().containsKey(value.attribute())) {
                faults.add(pointer + "/attribute", "not-of-type", String.valueOf(draft.type()));
            } else {
                one(value, known, pointer);
            }
        }
        if (shown && words.ofType() != null) {
            words.ofType().forEach((code, required) -> {
                if (required && !seen.contains(code)) {
                    faults.add("/attributes", "required", code);
                }
            });
        }
    }

    private void one(Value value, Vocabulary.Attribute attribute, String pointer) {
        var given = new ArrayList<String>();
        if (value.choice() != null) {
            given.add("CHOICE");
        }
        if (value.texts() != null) {
            given.add("TEXT");
        }
        if (value.number() != null) {
            given.add("NUMBER");
        }
        if (value.flag() != null) {
            given.add("FLAG");
        }
        if (value.date() != null) {
            given.add("DATE");
        }
        if (!given.equals(List.of(attribute.kind()))) {
            faults.add(pointer, "kind-" + attribute.kind().toLowerCase(java.util.Locale.ROOT));
            return;
        }
        if (value.choice() != null && !attribute.choices().contains(value.choice())) {
            faults.add(pointer + "/choice", "choice", String.join(", ", attribute.choices()));
        }
        if (value.texts() != null) {
            faults.labels(pointer + "/texts", value.texts(), words, 500);
        }
        if (value.number() != null) {
            number(value.number(), pointer);
        }
        if (value.unit() != null && !value.unit().equals(attribute.unit())) {
            faults.add(pointer + "/unit", "unit", attribute.unit() == null ? "–" : attribute.unit());
        }
        if (value.date() != null && (value.date().getYear() < 1 || value.date().getYear() > 2200)) {
            faults.add(pointer + "/date", "moment");
        }
    }

    private void number(BigDecimal number, String pointer) {
        // First the scale: a number such as 1e400000 must not be written out.
        boolean sane = Math.abs((long) number.scale()) <= 50 && number.precision() <= 50;
        if (!sane
                || number.abs().compareTo(LARGEST) > 0
                || number.stripTrailingZeros().scale() > DECIMALS) {
            faults.add(pointer + "/number", "number", DECIMALS);
        }
    }
}
