package dev.galleria.search;

import dev.galleria.catalog.Fact;
import dev.galleria.catalog.NumberSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Which facts of the found products are worth choosing by, and how their values are put. */
record FactFacets(List<Fact> known, SortedMap<String, SortedSet<String>> chosen) {
    private static final int MOST_FACETS = 8;
    private static final int MOST_CHOICES = 40;
    private static final int MOST_NUMBERS = 6;
    private static final int RANGES = 5;

    /** A facet and how many of the products it can tell apart. */
    private record Rated(Facets.OfFact facet, long covered) {}

    /** Those that occur, options and chosen ones first, then the ones that most products have. */
    List<Facets.OfFact> of(Counts counts) {
        var byCode = new HashMap<String, Map<String, Long>>();
        counts.facts().forEach((fact, count) -> {
            int equals = fact.indexOf('=');
            byCode.computeIfAbsent(fact.substring(0, equals), code -> new HashMap<>())
                    .put(fact.substring(equals + 1), count);
        });
        var rated = new ArrayList<Rated>();
        var seen = new HashSet<String>();
        for (var fact : known) {
            var values = byCode.getOrDefault(fact.code(), Map.of());
            if (seen.add(fact.code()) && (!values.isEmpty() || chosen.containsKey(fact.code()))) {
                var choices = choices(fact, values);
                long covered = Math.min(
                        counts.total(),
                        values.values().stream().mapToLong(Long::longValue).sum());
                if (chosen.containsKey(fact.code())
                        || choices.size() > 1
                        || fact.kind() == Fact.Kind.FLAG && covered < counts.total()) {
                    rated.add(new Rated(
                            new Facets.OfFact(fact.code(), fact.label(), fact.kind(), fact.unit(), choices), covered));
                }
            }
        }
        return rated.stream()
                .sorted(Comparator.comparing(
                                (Rated one) -> !chosen.containsKey(one.facet().code()))
                        .thenComparing(one -> one.facet().kind() != Fact.Kind.OPTION)
                        .thenComparing(Rated::covered, Comparator.reverseOrder()))
                .limit(MOST_FACETS)
                .map(Rated::facet)
                .toList();
    }

    private SortedSet<String> chosenOf(Fact fact) {
        return chosen.getOrDefault(fact.code(), Collections.emptySortedSet());
    }

    private List<Facets.Choice> choices(Fact fact, Map<String, Long> values) {
        return switch (fact.kind()) {
            case NUMBER -> numbers(fact, values);
            case OPTION, CHOICE -> listed(fact, values);
            case FLAG, DATE, TEXT -> plain(fact, values);
        };
    }

    /** In the order that the marketplace gives its values. */
    private List<Facets.Choice> listed(Fact fact, Map<String, Long> values) {
        var mine = chosenOf(fact);
        return fact.choices().stream()
                .filter(choice -> values.containsKey(choice.code()) || mine.contains(choice.code()))
                .map(choice -> new Facets.Choice(
                        choice.code(),
                        choice.label(),
                        choice.swatch(),
                        values.getOrDefault(choice.code(), 0L),
                        mine.contains(choice.code())))
                .limit(MOST_CHOICES)
                .toList();
    }

    private List<Facets.Choice> plain(Fact fact, Map<String, Long> values) {
        var mine = chosenOf(fact);
        return values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByKey().reversed())
                .map(value -> new Facets.Choice(
                        value.getKey(), value.getKey(), null, value.getValue(), mine.contains(value.getKey())))
                .limit(MOST_CHOICES)
                .toList();
    }

    /** Few numbers one by one; many in ranges of about as many products each, which begin and end at numbers that occur. */
    private List<Facets.Choice> numbers(Fact fact, Map<String, Long> values) {
        var sorted = new TreeMap<BigDecimal, Long>();
        values.forEach((value, count) -> sorted.put(new BigDecimal(value), count));
        var choices = new TreeMap<String, Long>();
        var order = new ArrayList<String>();
        if (sorted.size() <= MOST_NUMBERS) {
            sorted.forEach((value, count) -> {
                order.add(value.toPlainString());
                choices.put(value.toPlainString(), count);
            });
        } else {
            ranges(sorted).forEach(span -> {
                order.add(span.toString());
                choices.put(span.toString(), within(span, sorted));
            });
        }
        for (var own : chosenOf(fact)) {
            if (!choices.containsKey(own)) {
                order.add(own);
                choices.put(
                        own,
                        NumberSpan.read(own).map(span -> within(span, sorted)).orElse(values.getOrDefault(own, 0L)));
            }
        }
        return order.stream()
                .map(value -> new Facets.Choice(
                        value, value, null, choices.get(value), chosenOf(fact).contains(value)))
                .toList();
    }

    private static List<NumberSpan> ranges(SortedMap<BigDecimal, Long> sorted) {
        long all = sorted.values().stream().mapToLong(Long::longValue).sum();
        var spans = new ArrayList<NumberSpan>();
        BigDecimal from = sorted.firstKey();
        long passed = 0;
        for (var entry : sorted.entrySet()) {
            if (from == null) {
                from = entry.getKey();
            }
            passed += entry.getValue();
            if (passed * RANGES >= all * (spans.size() + 1) || entry.getKey().equals(sorted.lastKey())) {
                spans.add(new NumberSpan(from, entry.getKey()));
                from = null;
            }
        }
        return spans.stream().distinct().toList();
    }

    private static long within(NumberSpan span, SortedMap<BigDecimal, Long> sorted) {
        return sorted.entrySet().stream()
                .filter(entry -> span.from() == null || entry.getKey().compareTo(span.from()) >= 0)
                .filter(entry -> span.to() == null || entry.getKey().compareTo(span.to()) <= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
