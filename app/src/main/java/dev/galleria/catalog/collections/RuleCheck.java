package dev.galleria.catalog.collections;

import dev.galleria.catalog.editing.Faults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a rule must be to be kept. Pure: which words are known is given. */
final class RuleCheck {
    private static final int MOST_DAYS = 36_500;
    private static final int LONGEST = 255;
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,3})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,5}");

    /** Which of a subject's words exist. */
    interface Words {
        Set<String> known(Condition.Subject subject, List<String> words);
    }

    private final Currency currency;
    private final Words words;
    private final Faults faults;

    RuleCheck(Currency currency, Words words, Faults faults) {
        this.currency = currency;
        this.words = words;
        this.faults = faults;
    }

    /** In one spelling: without outer spaces, tags in small letters, each value once. */
    static Rule normalized(Rule rule) {
        return new Rule(
                rule.match(),
                rule.conditions().stream()
                        .map(condition -> new Condition(
                                condition.subject(),
                                condition.comparison(),
                                condition.values().stream()
                                        .map(value -> value(condition.subject(), value))
                                        .filter(value -> !value.isEmpty())
                                        .distinct()
                                        .toList()))
                        .toList());
    }

    void check(Rule rule) {
        int count = rule.conditions().size();
        if (count == 0) {
            faults.add("/rule/conditions", "missing");
        } else if (count > Rule.MOST_CONDITIONS) {
            faults.add("/rule/conditions", "too-many", Rule.MOST_CONDITIONS);
        } else {
            for (int i = 0; i < count; i++) {
                check("/rule/conditions/" + i, rule.conditions().get(i));
            }
        }
    }

    private void check(String pointer, Condition condition) {
        if (!condition.subject().comparisons().contains(condition.comparison())) {
            faults.add(pointer + "/comparison", "comparison");
        }
        switch (condition.subject().kind()) {
            case WORDS -> words(pointer, condition);
            case AMOUNT -> amount(pointer, condition.values());
            case DAYS -> days(pointer, condition.values());
            case NOTHING -> {
                if (!condition.values().isEmpty()) {
                    faults.add(pointer + "/values", "too-many", 0);
                }
            }
        }
    }

    private void words(String pointer, Condition condition) {
        var values = condition.values();
        if (values.isEmpty()) {
            faults.add(pointer + "/values", "missing");
        } else if (values.size() > Condition.MOST_VALUES) {
            faults.add(pointer + "/values", "too-many", Condition.MOST_VALUES);
        } else {
            var unknown = new ArrayList<>(values);
            unknown.removeAll(words.known(condition.subject(), values));
            for (int i = 0; i < values.size(); i++) {
                faults.line(pointer + "/values/" + i, values.get(i), LONGEST);
                if (unknown.contains(values.get(i))) {
                    faults.add(pointer + "/values/" + i, "unknown-word", values.get(i));
                }
            }
        }
    }

    private void amount(String pointer, List<String> values) {
        int decimals = currency.getDefaultFractionDigits();
        if (values.size() != 1
                || !AMOUNT.matcher(values.get(0)).matches()
                || new BigDecimal(values.get(0)).stripTrailingZeros().scale() > decimals) {
            faults.add(pointer + "/values", "one-amount", decimals);
        }
    }

    private void days(String pointer, List<String> values) {
        if (values.size() != 1
                || !DIGITS.matcher(values.get(0)).matches()
                || Integer.parseInt(values.get(0)) > MOST_DAYS) {
            faults.add(pointer + "/values", "one-number", 0, MOST_DAYS);
        }
    }

    private static String value(Condition.Subject subject, String value) {
        var plain = Faults.normal(value);
        return subject == Condition.Subject.TAG ? plain.toLowerCase(Locale.ROOT) : plain;
    }
}
