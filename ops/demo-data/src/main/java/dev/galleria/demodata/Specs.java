package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a specification: numbers grow with quality, so that the dearer article has the better figures. */
final class Specs {
    private final TenantSettings settings;

    Specs(TenantSettings settings) {
        this.settings = settings;
    }

    /** Attribute code to value; quality is 0 to 999. */
    Map<String, Object> draw(ProductType type, int quality, Dice dice) {
        Map<String, Object> values = new LinkedHashMap<>();
        type.specs().forEach((code, from) -> values.put(code, value(attribute(code), from, quality, dice)));
        return values;
    }

    TenantSettings.Attribute attribute(String code) {
        TenantSettings.Attribute attribute = settings.attributes().get(code);
        if (attribute == null) {
            throw new IllegalArgumentException(settings.slug() + " has no attribute " + code);
        }
        return attribute;
    }

    boolean knows(String code) {
        return settings.attributes().containsKey(code);
    }

    private Object value(TenantSettings.Attribute attribute, JsonNode from, int quality, Dice dice) {
        return switch (attribute.kind()) {
            case "NUMBER" -> {
                BigDecimal number = number(from, quality, dice).stripTrailingZeros();
                yield number.setScale(Math.max(0, number.scale()));
            }
            case "FLAG" -> from.isArray() ? dice.pick(nodes(from)).asBoolean() : from.asBoolean();
            case "CHOICE" -> choice(attribute, from, dice);
            case "DATE" -> date(from.asText(), dice);
            case "TEXT" ->
                Text.of(from.isArray() ? dice.pick(nodes(from)) : from, settings.locales())
                        .byLocale();
            default -> throw new IllegalArgumentException("Unknown kind " + attribute.kind());
        };
    }

    private static String choice(TenantSettings.Attribute attribute, JsonNode from, Dice dice) {
        String code = from.isArray() ? dice.pick(nodes(from)).asText() : from.asText();
        if (!attribute.choices().containsKey(code)) {
            throw new IllegalArgumentException(attribute.code() + " has no choice " + code);
        }
        return code;
    }

    private static BigDecimal number(JsonNode from, int quality, Dice dice) {
        int near = Math.max(0, Math.min(999, quality + dice.between(-180, 180)));
        if (from.isArray()) {
            return new BigDecimal(from.get(near * from.size() / 1000).asText());
        }
        if (from.isNumber()) {
            return new BigDecimal(from.asText());
        }
        String[] parts = from.asText().split("[-/]");
        BigDecimal low = new BigDecimal(parts[0]);
        BigDecimal step = parts.length > 2 ? new BigDecimal(parts[2]) : BigDecimal.ONE;
        int steps = new BigDecimal(parts[1])
                .subtract(low)
                .divideToIntegralValue(step)
                .intValue();
        return low.add(step.multiply(BigDecimal.valueOf((long) near * (steps + 1) / 1000)));
    }

    private static String date(String range, Dice dice) {
        String[] ends = range.split("\\.\\.");
        long first = LocalDate.parse(ends[0]).toEpochDay();
        return LocalDate.ofEpochDay(dice.between(first, LocalDate.parse(ends[1]).toEpochDay()))
                .toString();
    }

    private static List<JsonNode> nodes(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }

    /** A value as a sentence shows it: "74 cm", "0,75 l", "Linen". */
    String shown(String code, Object value, String locale) {
        TenantSettings.Attribute attribute = attribute(code);
        if (attribute.kind().equals("CHOICE")) {
            return attribute.choices().get((String) value).in(locale);
        }
        if (!(value instanceof BigDecimal number)) {
            return String.valueOf(value);
        }
        String digits = number.toPlainString();
        String local = locale.equals("en") ? digits : digits.replace('.', ',');
        return attribute.unit().isEmpty() ? local : local + "\u00a0" + unit(attribute.unit(), number, locale);
    }

    /** "1 year", not "1 years"; signs and symbols stay. */
    private static String unit(String unit, BigDecimal number, String locale) {
        boolean word = unit.equals("years") || unit.equals("months") || unit.equals("days");
        boolean one = locale.equals("en") && number.compareTo(BigDecimal.ONE) == 0;
        return word && one ? unit.substring(0, unit.length() - 1) : unit;
    }
}
