package dev.galleria.search;

import dev.galleria.platform.Json;
import dev.galleria.search.words.Words;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row's values as the index takes them. */
record ProductContent(
        Map<String, String> texts,
        Set<String> codes,
        List<String> categories,
        List<String> sellers,
        List<String> collections,
        Set<String> facts,
        Map<String, BigDecimal> numbers,
        Set<String> words,
        List<Deliverable> variants) {

    /** A variant that somebody can deliver. */
    record Deliverable(List<String> choices, long price) {}

    /** A variant as the view tells it; without a price it cannot be delivered. Public, because the JSON mapper makes it. */
    public record Row(String sku, @Nullable String gtin, @Nullable Map<String, String> choices, @Nullable Long price) {}

    private static final Type TEXTS = new HashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();
    private static final Type FACTS = new HashMap<String, Object>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();
    private static final Type ROWS = new ArrayList<Row>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_-]{1,60}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** What a shopper's language knows no better name for. */
    static final String ANY = "*";

    static ProductContent of(ProductDocument row) {
        var content = new ProductContent(
                new HashMap<>(),
                new LinkedHashSet<>(),
                parts(row.categories),
                parts(row.sellers),
                row.collections == null ? List.of() : parts(row.collections),
                new LinkedHashSet<>(),
                new HashMap<>(),
                new LinkedHashSet<>(),
                new ArrayList<>());
        content.texts(ProductFields.TITLE, row.titles, true);
        content.texts(ProductFields.DESCRIPTION, row.descriptions, false);
        content.texts(ProductFields.MORE, row.more, true);
        if (row.brandName != null) {
            content.spell(ANY, row.brandName);
        }
        content.facts(row.facts);
        content.variants(row.variants);
        return content;
    }

    private void texts(String field, @Nullable String json, boolean helpful) {
        if (json == null) {
            return;
        }
        Map<String, String> all = Json.read(json, TEXTS);
        all.forEach((locale, text) -> {
            if (text != null && !text.isBlank()) {
                int dash = locale.indexOf('-');
                var language = Analyzers.language(dash < 0 ? locale : locale.substring(0, dash));
                texts.merge(ProductFields.in(field, language), text, (one, other) -> one + ' ' + other);
                if (helpful) {
                    spell(language, text);
                }
            }
        });
    }

    private void spell(String language, String text) {
        Words.of(text).filter(Words::isSpelled).forEach(word -> words.add(language + ':' + word));
    }

    private void facts(String json) {
        Map<String, Object> all = Json.read(json, FACTS);
        all.forEach((code, value) -> {
            if (!NAME.matcher(code).matches()) {
                return;
            }
            if (value instanceof BigDecimal number) {
                var kept = number.setScale(ProductFields.DECIMALS, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
                numbers.put(code, kept);
                facts.add(code + '=' + kept.toPlainString());
            } else if (value instanceof String text) {
                facts.add(code + '=' + (DATE.matcher(text).matches() ? text.substring(0, 4) : text));
            } else if (Boolean.TRUE.equals(value)) {
                facts.add(code + "=true");
            }
        });
    }

    private void variants(@Nullable String json) {
        if (json == null) {
            return;
        }
        List<Row> all = Json.read(json, ROWS);
        for (var row : all) {
            codes.add(Words.code(row.sku()));
            if (row.gtin() != null) {
                codes.add(Words.code(row.gtin()));
            }
            if (row.price() != null && row.choices() != null && !row.choices().isEmpty()) {
                var choices = row.choices().entrySet().stream()
                        .map(choice -> choice.getKey() + '=' + choice.getValue())
                        .toList();
                facts.addAll(choices);
                variants.add(new Deliverable(choices, row.price()));
            }
        }
    }

    private static List<String> parts(String text) {
        return text.isBlank() ? List.of() : List.of(text.split(" "));
    }
}
