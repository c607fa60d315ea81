package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stripe's <a href="https://docs.stripe.com/search">search language</a>: clauses such as {@code metadata["order"]:"7"},
 * {@code -status:"canceled"} or {@code amount>1000}, joined by AND or by OR, not both. Unlike Stripe's, the double's
 * index is never behind.
 */
final class SearchQuery implements Predicate<ObjectNode> {
    private static final Pattern CLAUSE = Pattern.compile("\\s*(-?)(?:metadata\\[([\"'])(.+?)\\2\\]|([a-z_]+))"
            + "\\s*(:|~|>=|<=|>|<)\\s*(?:([\"'])(.*?)\\6|(-?\\d+)|(null))\\s*(AND|OR|and|or|$)?");

    private final List<Predicate<ObjectNode>> clauses = new ArrayList<>();
    private boolean any;

    private SearchQuery() {}

    static SearchQuery parse(String text) {
        SearchQuery query = new SearchQuery();
        Matcher matcher = CLAUSE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw Refusal.invalid(null, "We were unable to parse your search query: " + text, "query");
            }
            query.clauses.add(clause(matcher));
            query.any |= "OR".equalsIgnoreCase(matcher.group(10));
            end = matcher.end();
        }
        return query;
    }

    private static Predicate<ObjectNode> clause(Matcher match) {
        String key = match.group(3);
        String field = match.group(4);
        String operator = match.group(5);
        String wanted = match.group(7) != null ? match.group(7) : match.group(8);
        Predicate<ObjectNode> clause = object -> {
            JsonNode value = key != null ? object.path("metadata").path(key) : object.path(field);
            if (wanted == null) {
                return value.isMissingNode() || value.isNull();
            }
            return !value.isMissingNode() && !value.isNull() && holds(value.asText(), operator, wanted);
        };
        return match.group(1).isEmpty() ? clause : clause.negate();
    }

    private static boolean holds(String value, String operator, String wanted) {
        return switch (operator) {
            case ":" -> value.equalsIgnoreCase(wanted);
            case "~" -> value.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            default -> compares(operator, number(value).compareTo(number(wanted)));
        };
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(null, "Only numbers can be compared: " + text, "query");
        }
    }

    private static boolean compares(String operator, int comparison) {
        return switch (operator) {
            case ">" -> comparison > 0;
            case ">=" -> comparison >= 0;
            case "<" -> comparison < 0;
            default -> comparison <= 0;
        };
    }

    @Override
    public boolean test(ObjectNode object) {
        return any
                ? clauses.stream().anyMatch(clause -> clause.test(object))
                : clauses.stream().allMatch(clause -> clause.test(object));
    }
}
