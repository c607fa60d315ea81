package dev.galleria.search;

import java.util.List;
import java.util.Map;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How words become terms: by Unicode's word rules, without case and accents, then reduced to their stems in known languages.
 * Accents go first where the stemmer does without, so that a shopper who leaves them out finds the same.
 */
public final class Analyzers implements LuceneAnalysisConfigurer {
    static final String NAME = "name";

    /** The language of texts in none of the known ones: words as they are, pairs of signs in Chinese, Japanese and Korean. */
    static final String OTHER = "xx";

    static final String FOLDING = "asciiFolding";

    /** Before the name of one of Snowball's stemmers. */
    static final String SNOWBALL = "snowball:";

    private static final String NORDIC = "scandinavianFolding";

    /** What folds a language's letters, and what finds its stems. */
    record Steps(String folding, String stemmer) {}

    static final Map<String, Steps> STEPS = Map.ofEntries(
            Map.entry("cs", new Steps(FOLDING, "czechStem")),
            Map.entry("da", new Steps(NORDIC, "snowball:Danish")),
            Map.entry("de", new Steps("germanNormalization", "germanLightStem")),
            Map.entry("en", new Steps(FOLDING, "snowball:English")),
            Map.entry("es", new Steps(FOLDING, "spanishLightStem")),
            Map.entry("fi", new Steps(FOLDING, "finnishLightStem")),
            Map.entry("fr", new Steps(FOLDING, "frenchLightStem")),
            Map.entry("hu", new Steps(FOLDING, "hungarianLightStem")),
            Map.entry("it", new Steps(FOLDING, "italianLightStem")),
            Map.entry("nb", new Steps(NORDIC, "norwegianLightStem")),
            Map.entry("nl", new Steps(FOLDING, "snowball:Dutch")),
            Map.entry("pl", new Steps("", "stempelPolishStem")),
            Map.entry("pt", new Steps(FOLDING, "portugueseLightStem")),
            Map.entry("ro", new Steps(FOLDING, "snowball:Romanian")),
            Map.entry("ru", new Steps(FOLDING, "russianLightStem")),
            Map.entry("sv", new Steps(NORDIC, "swedishLightStem")),
            Map.entry("tr", new Steps(FOLDING, "snowball:Turkish")),
            Map.entry(OTHER, new Steps(FOLDING, "cjkBigram")));

    /** Languages with fields of their own. */
    static final List<String> LANGUAGES = STEPS.keySet().stream().sorted().toList();

    /** Languages that write several words as one. */
    static final List<String> COMPOUNDING = List.of("da", "de", "fi", "nb", "nl", "sv");

    /** The field's language for a locale's language. */
    static String language(String wanted) {
        return switch (wanted) {
            case "no", "nn" -> "nb";
            default -> STEPS.containsKey(wanted) ? wanted : OTHER;
        };
    }

    static String of(String language) {
        return "text_" + language;
    }

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(NAME)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter(FOLDING);
        STEPS.forEach((language, steps) -> define(context, language, steps));
    }

    private static void define(LuceneAnalysisConfigurationContext context, String language, Steps steps) {
        var filters = context.analyzer(of(language)).custom().tokenizer("standard");
        if (language.equals("fr") || language.equals("it")) {
            filters.tokenFilter("elision");
        } else if (language.equals("en")) {
            filters.tokenFilter("englishPossessive");
        } else if (language.equals(OTHER)) {
            filters.tokenFilter("cjkWidth");
        }
        filters.tokenFilter(language.equals("tr") ? "turkishLowercase" : "lowercase");
        if (!steps.folding().isEmpty()) {
            filters.tokenFilter(steps.folding());
        }
        if (steps.stemmer().startsWith(SNOWBALL)) {
            filters.tokenFilter("snowballPorter")
                    .param("language", steps.stemmer().substring(SNOWBALL.length()));
        } else if (!steps.stemmer().isEmpty()) {
            filters.tokenFilter(steps.stemmer());
        }
        // What the language's own folding leaves, such as é in a German text.
        filters.tokenFilter(FOLDING);
    }
}
