package dev.galleria.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.search.signals.OftenSearched;
import dev.galleria.search.words.Dictionary;
import dev.galleria.search.words.Words;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hibernate.search.engine.search.query.dsl.SearchQueryOptionsStep;
import org.hibernate.search.mapper.orm.session.SearchSession;

/**
 * Completes what a shopper is typing, from the marketplace's own words, departments, brands and products, and from what
 * others have looked for and found; what only a few have typed is never shown to others. Completions are whole words of the
 * dictionary, so that the index is asked for terms and never for prefixes.
 */
@ApplicationScoped
public class Suggest {
    private static final Logger LOG = Logger.getLogger(Suggest.class.getName());
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 20_000;
    private static final int MOST_WORDS = 6;
    private static final int MOST = 4;
    private static final int MOST_PRODUCTS = 5;
    private static final int MOST_COMPLETIONS = 16;

    @Inject
    Catalog catalog;

    @Inject
    CatalogUnit unit;

    @Inject
    Dictionaries dictionaries;

    @Inject
    IndexedSearch search;

    @Inject
    OftenSearched often;

    @Inject
    Generations generations;

    @Inject
    Tenancy tenancy;

    private record Key(TenantId tenant, long generation, Locale locale, String typed) {}

    private final Cache<Key, Suggestions> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

    /** The words of titles: the same few thousand are compared with whatever is typed. */
    private final Cache<String, List<String>> titles =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /** Suggestions for what has been typed so far; none for less than two letters, or while the index cannot be asked. */
    public Suggestions suggest(String typed, Locale locale) {
        var words = Words.of(SearchQuery.of(typed, ListingQuery.all()).words())
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty() || words.get(words.size() - 1).length() + words.size() < 3) {
            return Suggestions.NONE;
        }
        try {
            return known.get(
                    new Key(tenancy.current().id(), generations.current(), locale, String.join(" ", words)),
                    key -> find(words, locale));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.SEVERE,
                    e,
                    () -> "Nothing can be suggested in " + tenancy.current().slug());
            return Suggestions.NONE;
        }
    }

    private Suggestions find(List<String> words, Locale locale) {
        var languages = search.languages(locale);
        var dictionary = dictionaries.current();
        var wanted = new ArrayList<Set<String>>();
        for (int i = 0; i < words.size(); i++) {
            wanted.add(meant(dictionary, languages, words.get(i), i == words.size() - 1));
        }
        return new Suggestions(
                words(words, wanted, locale, dictionary, languages),
                places(categories(catalog.tree(locale)), words),
                places(
                        catalog.brands(locale).stream().map(brand -> new Suggestions.Place(brand.slug(), brand.name())),
                        words),
                products(wanted, languages, locale));
    }

    /** The words of the dictionary that a typed one stands for: the last one may not be finished. */
    private static Set<String> meant(Dictionary dictionary, Set<String> languages, String word, boolean last) {
        var meant = new LinkedHashSet<String>();
        if (dictionary.count(languages, word) > 0) {
            meant.add(word);
        }
        if (last) {
            meant.addAll(dictionary.completions(languages, word, MOST_COMPLETIONS));
        }
        if (meant.isEmpty()) {
            meant.addAll(dictionary.nearest(languages, word, MOST));
        }
        return meant;
    }

    /** What others have looked for first, then the last word completed. */
    private List<String> words(
            List<String> typed, List<Set<String>> wanted, Locale locale, Dictionary dictionary, Set<String> languages) {
        var start = String.join(" ", typed);
        var before = String.join(" ", typed.subList(0, typed.size() - 1));
        return Stream.concat(
                        often.in(locale).stream()
                                .filter(words -> Words.plain(words).startsWith(start))
                                .filter(words ->
                                        Words.of(words).allMatch(word -> dictionary.count(languages, word) > 0)),
                        wanted.get(typed.size() - 1).stream()
                                .filter(word -> typed.size() == 1 || occurs(wanted, word, languages))
                                .map(word -> before.isEmpty() ? word : before + ' ' + word))
                .distinct()
                .filter(words -> !words.equals(start))
                .limit(MOST)
                .toList();
    }

    /** Whether some product has the words before and this one as the last. */
    private boolean occurs(List<Set<String>> wanted, String last, Set<String> languages) {
        var words = new ArrayList<>(wanted.subList(0, wanted.size() - 1));
        words.add(Set.of(last));
        return words.stream().noneMatch(Set::isEmpty)
                && unit.call(session -> unit.bounded(matching(session, words, languages)
                                                .totalHitCountThreshold(1))
                                        .fetchHits(1))
                                .size()
                        > 0;
    }

    private static Stream<Suggestions.Place> categories(List<CategoryNode> nodes) {
        return nodes.stream()
                .flatMap(node -> Stream.concat(
                        node.productCount() == 0
                                ? Stream.empty()
                                : Stream.of(new Suggestions.Place(node.slug(), node.title())),
                        categories(node.children())));
    }

    /** Those in whose titles every typed word begins a word. */
    private List<Suggestions.Place> places(Stream<Suggestions.Place> all, List<String> words) {
        return all.filter(place -> {
                    var title = titles.get(place.title(), text -> Words.of(text).toList());
                    return words.stream().allMatch(word -> title.stream().anyMatch(part -> part.startsWith(word)));
                })
                .limit(MOST)
                .toList();
    }

    private List<ProductSummary> products(List<Set<String>> wanted, Set<String> languages, Locale locale) {
        if (wanted.stream().anyMatch(Set::isEmpty)) {
            return List.of();
        }
        return catalog.summaries(
                find(wanted, languages, MOST_PRODUCTS).stream()
                        .map(ProductId::new)
                        .toList(),
                locale);
    }

    /** Products that have one of each, those that can be delivered and sell best first. */
    private List<UUID> find(List<Set<String>> wanted, Set<String> languages, int most) {
        return unit.call(session -> unit.bounded(matching(session, wanted, languages)
                        .sort(make -> make.field("inStock")
                                .desc()
                                .then()
                                .field("sold")
                                .desc())
                        .totalHitCountThreshold(most))
                .fetchHits(most));
    }

    private static SearchQueryOptionsStep<?, UUID, ?, ?, ?> matching(
            SearchSession session, List<Set<String>> wanted, Set<String> languages) {
        Function<String, Stream<String>> inLanguages = word ->
                Stream.concat(languages.stream(), Stream.of(ProductContent.ANY)).map(language -> language + ':' + word);
        return session.search(ProductDocument.class)
                .select(projection -> projection.id(UUID.class))
                .where(make -> {
                    var all = make.bool();
                    wanted.forEach(words -> all.filter(make.terms()
                            .field(ProductFields.WORD)
                            .matchingAny(words.stream().flatMap(inLanguages).toList())));
                    return all;
                });
    }
}
