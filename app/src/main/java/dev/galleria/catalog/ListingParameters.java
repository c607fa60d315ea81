package dev.galleria.catalog;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A listing's query as it stands in an address: short, in one order, alternatives separated by commas. */
final class ListingParameters {
    private static final String FACT = "f.";
    private static final int LONGEST = 2_000;

    private static final Pattern SLUG = Pattern.compile("(?=.{1,120}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,3})?");
    private static final Pattern SPAN =
            Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)?-([0-9]{1,9}(?:\\.[0-9]{1,3})?)?");
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9_-]{1,60}");
    private static final Pattern VALUE = Pattern.compile("[a-zA-Z0-9._-]{1,80}");

    private ListingParameters() {}

    static ListingQuery read(
            Collection<String> names, Function<String, @Nullable String> parameter, Currency currency) {
        return new ListingQuery(
                parts(parameter.apply("category"), SLUG).stream().findFirst().orElse(null),
                parts(parameter.apply("collection"), SLUG).stream().findFirst().orElse(null),
                parts(parameter.apply("brand"), SLUG),
                parts(parameter.apply("seller"), SLUG),
                prices(parameter, currency),
                "1".equals(parameter.apply("stock")),
                number(parameter.apply("stars"), 0),
                facts(names, parameter),
                ListingQuery.Sort.of(parameter.apply("sort")),
                number(parameter.apply("page"), 1),
                ListingQuery.DEFAULT_SIZE);
    }

    static String write(ListingQuery query, Currency currency) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("collection", query.collection() == null ? "" : query.collection());
        parameters.put("brand", String.join(",", query.brands()));
        parameters.put("seller", String.join(",", query.sellers()));
        parameters.put(
                "price",
                query.prices().stream()
                        .map(span -> major(span.from(), currency) + '-' + major(span.to(), currency))
                        .collect(Collectors.joining(",")));
        parameters.put("stock", query.inStock() ? "1" : "");
        parameters.put("stars", query.minStars() == 0 ? "" : Integer.toString(query.minStars()));
        query.facts().forEach((code, values) -> parameters.put(FACT + code, String.join(",", values)));
        parameters.put(
                "sort",
                query.sort() == ListingQuery.Sort.BEST_SELLING
                        ? ""
                        : query.sort().code());
        parameters.put("page", query.page() == 1 ? "" : Integer.toString(query.page()));
        return parameters.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(ListingParameters::encoded)
                .collect(Collectors.joining("&"));
    }

    /** Commas are legal in a query and stay readable. */
    private static String encoded(Map.Entry<String, String> entry) {
        return entry.getKey()
                + '='
                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8).replace("%2C", ",");
    }

    private static SortedSet<String> parts(@Nullable String text, Pattern pattern) {
        var parts = new TreeSet<String>();
        if (text != null && text.length() <= LONGEST) {
            for (var part : text.split(",")) {
                if (pattern.matcher(part).matches()) {
                    parts.add(part);
                }
            }
        }
        return parts;
    }

    private static SortedMap<String, SortedSet<String>> facts(
            Collection<String> names, Function<String, @Nullable String> parameter) {
        var facts = new TreeMap<String, SortedSet<String>>();
        for (var name : names) {
            if (name.startsWith(FACT)
                    && CODE.matcher(name.substring(FACT.length())).matches()) {
                facts.put(name.substring(FACT.length()), parts(parameter.apply(name), VALUE));
            }
        }
        return facts;
    }

    /** The ranges in one parameter, or the two fields of a form; a form's range replaces the others. */
    private static List<PriceSpan> prices(Function<String, @Nullable String> parameter, Currency currency) {
        var min = amount(parameter.apply("min"), currency);
        var max = amount(parameter.apply("max"), currency);
        if (min != null || max != null) {
            return List.of(new PriceSpan(min, max));
        }
        var spans = new ArrayList<PriceSpan>();
        for (var part : parts(parameter.apply("price"), SPAN)) {
            var matcher = SPAN.matcher(part);
            if (part.length() > 1 && matcher.matches()) {
                spans.add(new PriceSpan(amount(matcher.group(1), currency), amount(matcher.group(2), currency)));
            }
        }
        return spans;
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && DIGITS.matcher(text).matches() ? Integer.parseInt(text) : otherwise;
    }

    private static @Nullable Long amount(@Nullable String text, Currency currency) {
        if (text == null || !AMOUNT.matcher(text.strip()).matches()) {
            return null;
        }
        return new BigDecimal(text.strip().replace(',', '.'))
                .movePointRight(currency.getDefaultFractionDigits())
                .longValue();
    }

    private static String major(@Nullable Long minor, Currency currency) {
        return minor == null
                ? ""
                : BigDecimal.valueOf(minor, currency.getDefaultFractionDigits())
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
