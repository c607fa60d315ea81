package dev.galleria.demodata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {name}}, {@code {Noun}}, {@code {material}}, {@code {kind}} and attribute codes into a sentence. */
final class Wording {
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_]+)}");

    /** "a" before a vowel that is heard as one: not "one", "ewe", "unit", "use". */
    private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]) (?=[AEIOUaeiou](?!we|ne\\b|ni|se))");

    private final Specs specs;

    Wording(Specs specs) {
        this.specs = specs;
    }

    /** What a sentence may speak of. */
    record Subject(
            ProductType type,
            String name,
            String kind,
            Wordbook.Material material,
            Wordbook.Brand brand,
            Map<String, Object> values) {}

    Text fill(Text pattern, Subject subject) {
        Map<String, String> filled = new LinkedHashMap<>();
        pattern.byLocale().forEach((locale, text) -> filled.put(locale, fill(text, locale, subject)));
        return new Text(filled);
    }

    private String fill(String text, String locale, Subject subject) {
        String filled = SLOT.matcher(text)
                .replaceAll(slot -> Matcher.quoteReplacement(word(slot.group(1), locale, subject)))
                .replaceAll(" {2,}", " ")
                .strip();
        if (locale.equals("en")) {
            filled = ARTICLE.matcher(filled).replaceAll("$1n ");
        }
        return Character.toUpperCase(filled.charAt(0)) + filled.substring(1);
    }

    private String word(String slot, String locale, Subject subject) {
        return switch (slot) {
            case "name" -> subject.name();
            case "noun" -> subject.type().noun().in(locale);
            case "Noun" -> capital(subject.type().noun().in(locale));
            case "kind" -> subject.kind();
            case "Kind" -> capital(subject.kind());
            case "brand" -> subject.brand().name();
            case "material" ->
                subject.material() == null ? "" : subject.material().title().in(locale);
            default -> {
                if (!subject.values().containsKey(slot)) {
                    throw new IllegalArgumentException(subject.type().leaf() + " has no value for {" + slot + "}");
                }
                yield specs.shown(slot, subject.values().get(slot), locale);
            }
        };
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Whether every slot of the pattern can be filled. */
    boolean fits(Text pattern, Subject subject) {
        return pattern.byLocale().values().stream().allMatch(text -> SLOT.matcher(text)
                .results()
                .map(slot -> slot.group(1))
                .filter(slot -> specs.knows(slot))
                .allMatch(subject.values()::containsKey));
    }
}
