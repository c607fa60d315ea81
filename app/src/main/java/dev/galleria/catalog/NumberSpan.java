package dev.galleria.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a number, both ends included; a null end is open. Written {@code 1.5..3}, {@code ..3} or {@code 1.5..}. */
public record NumberSpan(@Nullable BigDecimal from, @Nullable BigDecimal to) {
    private static final Pattern SPAN =
            Pattern.compile("(-?[0-9]{1,12}(?:\\.[0-9]{1,4})?)?\\.\\.(-?[0-9]{1,12}(?:\\.[0-9]{1,4})?)?");

    /** Reads what {@link #toString} writes; anything else is empty. */
    public static Optional<NumberSpan> read(String text) {
        var matcher = SPAN.matcher(text);
        return matcher.matches() && text.length() > 2
                ? Optional.of(new NumberSpan(number(matcher.group(1)), number(matcher.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text(from) + ".." + text(to);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
