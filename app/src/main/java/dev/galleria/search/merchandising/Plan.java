package dev.galleria.search.merchandising;

import dev.galleria.catalog.CategoryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All that a marketplace's people have added to its search, ready to be asked. */
public final class Plan {
    private final List<Synonym> synonyms;
    private final Map<String, List<Rule>> byQuery;
    private final Map<CategoryId, List<Rule>> byCategory;
    private final Map<String, String> redirects;
    private final Map<Set<String>, Meanings> meanings = new ConcurrentHashMap<>();

    Plan(List<Synonym> synonyms, List<Rule> rules, List<Redirect> redirects) {
        this.synonyms = List.copyOf(synonyms);
        byQuery = rules.stream().filter(rule -> rule.query() != null).collect(Collectors.groupingBy(Rule::query));
        byCategory =
                rules.stream().filter(rule -> rule.category() != null).collect(Collectors.groupingBy(Rule::category));
        this.redirects = redirects.stream().collect(Collectors.toUnmodifiableMap(Redirect::query, Redirect::path));
    }

    /** Synonyms in these languages; the words of a query may be of any of them. */
    public Meanings meanings(Set<String> languages) {
        return meanings.computeIfAbsent(
                languages,
                wanted -> new Meanings(
                        synonyms.stream()
                                .filter(synonym -> wanted.contains(synonym.locale()))
                                .toList(),
                        wanted));
    }

    /** What applies to what is found by these words; without words, to a department's list. */
    public RuleSet rules(String words, Optional<CategoryId> category, Instant now) {
        var rules = words.isEmpty()
                ? category.map(id -> byCategory.getOrDefault(id, List.of())).orElse(List.of())
                : byQuery.getOrDefault(Phrases.plain(words), List.of());
        return rules.isEmpty()
                ? RuleSet.NONE
                : RuleSet.of(rules.stream().filter(rule -> rule.applies(now)).toList());
    }

    /** The path that these words lead to, without the language. */
    public Optional<String> redirect(String words) {
        return redirects.isEmpty() ? Optional.empty() : Optional.ofNullable(redirects.get(Phrases.plain(words)));
    }
}
