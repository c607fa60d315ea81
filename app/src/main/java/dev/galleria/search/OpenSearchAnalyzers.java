package dev.galleria.search;

import java.util.ArrayList;
import java.util.Locale;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** The same as {@link Analyzers} in OpenSearch's names; without its plug-ins there are no stems in Polish. */
public final class OpenSearchAnalyzers implements ElasticsearchAnalysisConfigurer {
    private static final String LIGHT = "LightStem";

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        context.analyzer(Analyzers.NAME)
                .custom()
                .tokenizer("standard")
                .tokenFilters("lowercase", name(Analyzers.FOLDING));
        context.tokenFilter("lowercase_tr").type("lowercase").param("language", "turkish");
        context.tokenFilter("possessive_en").type("stemmer").param("language", "possessive_english");
        Analyzers.STEPS.forEach((language, steps) -> define(context, language, steps));
    }

    private static void define(
            ElasticsearchAnalysisConfigurationContext context, String language, Analyzers.Steps steps) {
        var filters = new ArrayList<String>();
        switch (language) {
            case "fr", "it" -> filters.add("elision");
            case "en" -> filters.add("possessive_en");
            case Analyzers.OTHER -> filters.add("cjk_width");
            default -> {}
        }
        filters.add(language.equals("tr") ? "lowercase_tr" : "lowercase");
        if (!steps.folding().isEmpty()) {
            filters.add(name(steps.folding()));
        }
        var stemmer = steps.stemmer();
        if (stemmer.equals("cjkBigram")) {
            filters.add("cjk_bigram");
        } else if (stemmer.startsWith(Analyzers.SNOWBALL)) {
            filters.add(stem(context, language, "snowball", stemmer.substring(Analyzers.SNOWBALL.length())));
        } else if (stemmer.endsWith(LIGHT)) {
            filters.add(stem(
                    context, language, "stemmer", "light_" + stemmer.substring(0, stemmer.length() - LIGHT.length())));
        } else if (stemmer.equals("czechStem")) {
            filters.add(stem(context, language, "stemmer", "czech"));
        }
        filters.add(name(Analyzers.FOLDING));
        context.analyzer(Analyzers.of(language))
                .custom()
                .tokenizer("standard")
                .tokenFilters(filters.toArray(String[]::new));
    }

    private static String stem(
            ElasticsearchAnalysisConfigurationContext context, String language, String type, String stemmer) {
        var name = "stem_" + language;
        context.tokenFilter(name).type(type).param("language", stemmer);
        return name;
    }

    /** Lucene's {@code germanNormalization} is {@code german_normalization} there. */
    private static String name(String filter) {
        return filter.equals(Analyzers.FOLDING)
                ? "asciifolding"
                : filter.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
