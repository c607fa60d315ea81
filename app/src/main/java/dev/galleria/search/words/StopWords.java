package dev.galleria.search.words;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;

/** Lucene's lists of articles, prepositions and the like. */
final class StopWords {
    private static final Map<String, Set<String>> LISTS = Map.ofEntries(
            Map.entry("en", plain(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET)),
            Map.entry("de", plain(GermanAnalyzer.getDefaultStopSet())),
            Map.entry("fr", plain(FrenchAnalyzer.getDefaultStopSet())),
            Map.entry("es", plain(SpanishAnalyzer.getDefaultStopSet())),
            Map.entry("it", plain(ItalianAnalyzer.getDefaultStopSet())),
            Map.entry("nl", plain(DutchAnalyzer.getDefaultStopSet())),
            Map.entry("pt", plain(PortugueseAnalyzer.getDefaultStopSet())),
            Map.entry("sv", plain(SwedishAnalyzer.getDefaultStopSet())),
            Map.entry("da", plain(DanishAnalyzer.getDefaultStopSet())),
            Map.entry("nb", plain(NorwegianAnalyzer.getDefaultStopSet())),
            Map.entry("fi", plain(FinnishAnalyzer.getDefaultStopSet())));

    private StopWords() {}

    private static Set<String> plain(CharArraySet list) {
        return list.stream()
                .map(word -> Words.plain(new String((char[]) word)))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean contains(String language, String word) {
        var list = LISTS.get(language);
        return list != null && list.contains(word);
    }
}
