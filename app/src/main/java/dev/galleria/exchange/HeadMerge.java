package dev.galleria.exchange;

import dev.galleria.catalog.editing.BulkWords;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.catalog.editing.ProductDraft.Value;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.catalog.editing.ProductState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rows say of a product itself, over what it is now: a column that is missing changes nothing, an empty cell empties. */
final class HeadMerge {
    private final Scene scene;
    private final Findings rows;
    private final @Nullable ProductDraft known;

    HeadMerge(Scene scene, Findings rows, @Nullable ProductDraft known) {
        this.scene = scene;
        this.rows = rows;
        this.known = known;
    }

    Map<String, Words> texts() {
        var texts = new TreeMap<String, Words>(known == null ? Map.of() : known.texts());
        for (var locale : scene.locales()) {
            var suffix = locale.equals(scene.own()) ? "" : "_" + locale;
            var before = texts.getOrDefault(locale, new Words("", ""));
            var title = rows.has("title" + suffix) ? rows.common("title" + suffix) : before.title();
            var description = description(suffix, before.description());
            if (title.isEmpty() && description.isEmpty() && !suffix.isEmpty()) {
                texts.remove(locale);
            } else {
                texts.put(locale, new Words(title, description));
            }
        }
        return texts;
    }

    private String description(String suffix, String before) {
        if (suffix.isEmpty() && rows.has("description_html")) {
            return Html.paragraphs(rows.common("description_html"));
        }
        return rows.has("description" + suffix) ? rows.common("description" + suffix) : before;
    }

    String category() {
        var text = rows.has("category") ? rows.common("category") : "";
        if (!text.isEmpty()) {
            return scene.words().categories().getOrDefault(small(text).replaceAll(" *> *", " > "), text);
        }
        return known != null ? known.category() : scene.category() == null ? "" : scene.category();
    }

    @Nullable
    String word(String column, Map<String, String> words, @Nullable String before) {
        if (!rows.has(column)) {
            return before;
        }
        var text = rows.common(column);
        return text.isEmpty() ? null : words.getOrDefault(small(text), text);
    }

    ProductState state() {
        var before = known == null ? ProductState.DRAFT : known.state();
        var text = rows.has("status") ? rows.common("status") : "";
        if (!text.isEmpty()) {
            return switch (small(text)) {
                case "active" -> ProductState.ACTIVE;
                case "draft" -> ProductState.DRAFT;
                case "archived" -> ProductState.ARCHIVED;
                default -> {
                    rows.add(rows.where("status"), "status", "status");
                    yield before;
                }
            };
        }
        var published =
                rows.has("published") ? Cells.flag(rows.common("published")) : java.util.Optional.<Boolean>empty();
        return published
                .map(shown -> shown ? ProductState.ACTIVE : ProductState.DRAFT)
                .orElse(before);
    }

    @Nullable
    Instant publishedAt(ProductState state) {
        var before = known == null ? null : known.publishedAt();
        var text = rows.has("published") ? rows.common("published") : "";
        if (!text.isEmpty() && Cells.flag(text).isEmpty()) {
            var moment = Cells.moment(text);
            if (moment.isEmpty()) {
                rows.add(rows.where("published"), "published", "moment");
            }
            return moment.orElse(before);
        }
        return before == null && state == ProductState.ACTIVE ? scene.now() : before;
    }

    List<String> tags() {
        return rows.has("tags") ? Cells.list(rows.common("tags")) : known == null ? List.of() : known.tags();
    }

    String taxClass() {
        var text = rows.has("tax_class") ? rows.common("tax_class") : "";
        return !text.isEmpty() ? small(text) : known == null ? "standard" : known.taxClass();
    }

    List<Value> attributes() {
        var before = new HashMap<String, Value>();
        if (known != null) {
            known.attributes().forEach(value -> before.put(value.attribute(), value));
        }
        var values = new ArrayList<Value>();
        for (var attribute : scene.words().attributes().values()) {
            var value = attribute(attribute, before.get(attribute.code()));
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Value attribute(BulkWords.Attribute attribute, @Nullable Value before) {
        var column = "attribute." + attribute.code();
        if (attribute.kind().equals("TEXT")) {
            return text(attribute.code(), column, before);
        }
        if (!rows.has(column)) {
            return before;
        }
        var text = rows.common(column);
        var code = attribute.code();
        if (text.isEmpty()) {
            return null;
        }
        switch (attribute.kind()) {
            case "CHOICE":
                return new Value(
                        code, attribute.choices().getOrDefault(small(text), text), null, null, null, null, null);
            case "NUMBER":
                var unit = attribute.unit();
                var digits =
                        unit != null && text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
                var number = Cells.number(digits.strip());
                if (number.isPresent()) {
                    return new Value(code, null, null, number.get().stripTrailingZeros(), unit, null, null);
                }
                break;
            case "FLAG":
                var flag = Cells.flag(text);
                if (flag.isPresent()) {
                    return new Value(code, null, null, null, null, flag.get(), null);
                }
                break;
            default:
                var day = day(text);
                if (day != null) {
                    return new Value(code, null, null, null, null, null, day);
                }
        }
        rows.add(rows.where(column), column, "kind-" + attribute.kind().toLowerCase(Locale.ROOT));
        return before;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private @Nullable Value text(String code, String column, @Nullable Value before) {
        var texts =
                new LinkedHashMap<String, String>(before == null || before.texts() == null ? Map.of() : before.texts());
        for (var locale : scene.locales()) {
            var cell = locale.equals(scene.own()) ? column : column + "." + locale;
            if (rows.has(cell)) {
                var text = rows.common(cell);
                texts.put(locale, text);
                texts.values().removeIf(String::isEmpty);
            }
        }
        return texts.isEmpty() ? null : new Value(code, null, texts, null, null, null, null);
    }

    static String small(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
