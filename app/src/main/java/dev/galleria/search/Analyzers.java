package dev.galleria.search;

import java.util.List;
import java.util.Map;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** How words become terms: by Unicode's word rules, without case and accents, reduced to their stems in known languages. */
public final class Analyzers implements LuceneAnalysisConfigurer {
    static final String NAME = "name";
    static final String CODE = "code";

    private static final Map<String, String> STEMMERS = Map.ofEntries(
            Map.entry("en", "English"),
            Map.entry("de", "German2"),
            Map.entry("fr", "French"),
            Map.entry("es", "Spanish"),
            Map.entry("it", "Italian"),
            Map.entry("nl", "Dutch"),
            Map.entry("pt", "Portuguese"),
            Map.entry("sv", "Swedish"),
            Map.entry("da", "Danish"),
            Map.entry("nb", "Norwegian"),
            Map.entry("fi", "Finnish"));

    /** Languages with a field of their own. */
    static final List<String> LANGUAGES = STEMMERS.keySet().stream().sorted().toList();

    static String of(String language) {
        return "text_" + language;
    }

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(NAME)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding");
        context.normalizer(CODE).custom().tokenFilter("lowercase").tokenFilter("asciiFolding");
        STEMMERS.forEach((language, stemmer) -> context.analyzer(of(language))
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("snowballPorter")
                .param("language", stemmer)
                .tokenFilter("asciiFolding"));
    }
}
