package dev.galleria.exchange;

import dev.galleria.catalog.editing.Bulk;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductDraft.Choice;
import dev.galleria.catalog.editing.ProductDraft.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A product's options and what each row chooses. Options and values go by their labels in the marketplace's language. */
final class OptionMerge {
    private final Scene scene;
    private final Findings rows;
    private final boolean fresh;
    private final List<Slot> slots = new ArrayList<>();

    /** An option being put together; the column is 1 to 3, 0 when the file does not speak of it. */
    private static final class Slot {
        final int column;
        final String code;
        final Map<String, String> labels;
        final List<Choice> values;

        Slot(int column, String code, Map<String, String> labels, List<Choice> values) {
            this.column = column;
            this.code = code;
            this.labels = new LinkedHashMap<>(labels);
            this.values = new ArrayList<>(values);
        }
    }

    OptionMerge(Scene scene, Findings rows, @Nullable ProductDraft known) {
        this.scene = scene;
        this.rows = rows;
        fresh = known == null;
        var names = names();
        if (known == null) {
            names.forEach((column, name) ->
                    slots.add(new Slot(column, code(name, slotCodes()), Map.of(scene.own(), name), List.of())));
        } else {
            known.options()
                    .forEach(option -> slots.add(
                            new Slot(column(option, names), option.code(), option.labels(), option.values())));
            names.forEach((column, name) -> {
                if (slots.stream().noneMatch(slot -> slot.column == column)) {
                    rows.add(
                            rows.where("option" + column + "_name"),
                            "option" + column + "_name",
                            "option-unknown",
                            known.options().stream().map(this::label).collect(Collectors.joining(", ")));
                }
            });
        }
        slots.stream()
                .filter(slot -> slot.column > 0)
                .forEach(slot -> translate("option" + slot.column + "_name", rows.first(), slot.labels));
    }

    List<Option> options() {
        return slots.stream()
                .map(slot -> new Option(slot.code, slot.labels, List.copyOf(slot.values)))
                .toList();
    }

    /** What the row chooses, over what its variant had chosen. */
    Map<String, String> choices(Row row, @Nullable Map<String, String> before) {
        var choices = new LinkedHashMap<String, String>();
        for (var slot : slots) {
            var had = before == null ? null : before.get(slot.code);
            var column = "option" + slot.column + "_value";
            var text = slot.column == 0 ? "" : row.text(column);
            if (text.isEmpty()) {
                if (had == null) {
                    rows.add(
                            row,
                            slot.column == 0 ? "sku" : column,
                            "choice-missing",
                            slot.labels.getOrDefault(scene.own(), slot.code));
                } else {
                    choices.put(slot.code, had);
                }
            } else {
                choices.put(slot.code, value(slot, row, text, had));
            }
        }
        return choices;
    }

    private String value(Slot slot, Row row, String text, @Nullable String had) {
        int place = find(slot.values, text, had);
        var column = "option" + slot.column + "_value";
        var known = place < 0 ? null : slot.values.get(place);
        var labels = new LinkedHashMap<String, String>(known == null ? Map.of(scene.own(), text) : known.labels());
        translate(column, row, labels);
        var swatch = known == null ? null : known.swatch();
        var color = row.get("option" + slot.column + "_swatch");
        if (color != null) {
            swatch = color.isEmpty() ? null : HeadMerge.small(color);
        }
        var codes = slot.values.stream().map(Choice::code).collect(Collectors.toSet());
        var choice = new Choice(known == null ? code(text, codes) : known.code(), labels, swatch);
        if (known == null) {
            slot.values.add(choice);
        } else {
            slot.values.set(place, choice);
        }
        return choice.code();
    }

    /** The value that the variant has if it is called that, else one that is called so. */
    private int find(List<Choice> values, String text, @Nullable String had) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).code().equals(had) && called(values.get(i), text)) {
                return i;
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (called(values.get(i), text)) {
                return i;
            }
        }
        return -1;
    }

    private boolean called(Choice value, String text) {
        return value.labels().getOrDefault(scene.own(), value.code()).equalsIgnoreCase(text)
                || value.code().equals(text);
    }

    private void translate(String column, Row row, Map<String, String> labels) {
        for (var locale : scene.others()) {
            var label = row.get(column + "_" + locale);
            if (label != null && !label.isEmpty()) {
                labels.put(locale, label);
            } else if (label != null) {
                labels.remove(locale);
            }
        }
    }

    /** The file's options by column; Shopify's product without options has one called Title with one value. */
    private Map<Integer, String> names() {
        var names = new LinkedHashMap<Integer, String>();
        for (int column = 1; column <= Columns.OPTIONS; column++) {
            var name = rows.has("option" + column + "_name") ? rows.common("option" + column + "_name") : "";
            boolean none = name.equals("Title")
                    && rows.first().text("option" + column + "_value").equals("Default Title");
            if (!name.isEmpty() && !none) {
                names.put(column, name);
            } else if (fresh
                    && !none
                    && !rows.where("option" + column + "_value")
                            .text("option" + column + "_value")
                            .isEmpty()) {
                rows.add(rows.first(), "option" + column + "_name", "option-name");
            }
        }
        return names;
    }

    private int column(Option option, Map<Integer, String> names) {
        return names.entrySet().stream()
                .filter(entry -> label(option).equalsIgnoreCase(entry.getValue())
                        || option.code().equals(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private String label(Option option) {
        return option.labels().getOrDefault(scene.own(), option.code());
    }

    private Set<String> slotCodes() {
        return slots.stream().map(slot -> slot.code).collect(Collectors.toSet());
    }

    private static String code(String label, Set<String> taken) {
        var plain = Bulk.slug(label);
        var base = plain.isEmpty()
                ? "value"
                : plain.length() > 50 ? plain.substring(0, 50).replaceAll("-+$", "") : plain;
        var code = base;
        for (int number = 2; taken.contains(code); number++) {
            code = base + "-" + number;
        }
        return code;
    }
}
