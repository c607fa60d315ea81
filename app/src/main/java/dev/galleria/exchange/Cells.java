package dev.galleria.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values stand in cells. Reading takes what is unmistakable and nothing else. */
final class Cells {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Pattern COMMA = Pattern.compile("[0-9]{1,15},[0-9]{1,2}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}(\\.0+)?");

    /** What a spreadsheet may take for a formula (OWASP, "CSV Injection"), behind apostrophes or not. */
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*", Pattern.DOTALL);

    private Cells() {}

    /** Harmless in a spreadsheet: what could be a formula gets an apostrophe, which {@link #plain} takes away again. */
    static String harmless(String text) {
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    static String plain(String cell) {
        var text = cell.strip();
        return text.startsWith("'") && FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }

    /** {@code 1234.5} or {@code 1234,5}; thousands are not separated, since nobody knows by what. */
    static Optional<BigDecimal> number(String text) {
        if (NUMBER.matcher(text).matches()) {
            return Optional.of(new BigDecimal(text));
        }
        return COMMA.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    static Optional<Integer> whole(String text) {
        return WHOLE.matcher(text).matches() ? Optional.of(new BigDecimal(text).intValueExact()) : Optional.empty();
    }

    static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1", "ja", "oui" -> Optional.of(true);
            case "false", "no", "0", "nein", "non" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** {@code 2026-12-24T18:00:00Z}, with any offset, or a day: its first moment in UTC. */
    static Optional<Instant> moment(String text) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Separated by commas; a comma within is written {@code \,}. */
    static List<String> list(String text) {
        return Arrays.stream(text.split("(?<!\\\\),"))
                .map(part -> part.replace("\\,", ",").strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static String list(List<String> parts) {
        return parts.stream().map(part -> part.replace(",", "\\,")).collect(Collectors.joining(", "));
    }
}
