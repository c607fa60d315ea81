package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type: amounts with a point or a comma, moments as browsers send them. What cannot be read is a fault. */
final class Typed {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}([.,][0-9]{1,12})?");

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    static String text(Map<String, String> fields, String name) {
        var value = fields.get(name);
        return value == null ? "" : value.strip();
    }

    /** "12.50" and "12,50" are the same; nothing is null. */
    @Nullable
    Money money(String text, Currency currency, String pointer) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return NUMBER.matcher(text).matches()
                    ? Money.of(text.replace(',', '.'), currency.getCurrencyCode())
                    : fault(pointer, "amount-unreadable");
        } catch (ArithmeticException e) {
            return fault(pointer, "amount-unreadable");
        }
    }

    @Nullable
    BigDecimal number(String text, String pointer) {
        if (text.isEmpty()) {
            return null;
        }
        return NUMBER.matcher(text).matches()
                ? new BigDecimal(text.replace(',', '.'))
                : fault(pointer, "number-unreadable");
    }

    /** Nothing is that many. */
    int whole(String text, int otherwise, String pointer) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            fault(pointer, "whole-unreadable");
            return otherwise;
        }
    }

    /** A moment of UTC as {@code datetime-local} sends it. */
    @Nullable
    Instant moment(String text, String pointer) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return fault(pointer, "moment-unreadable");
        }
    }

    @Nullable
    LocalDate date(String text, String pointer) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return fault(pointer, "moment-unreadable");
        }
    }

    <T> @Nullable T fault(String pointer, String code) {
        faults.add(new Fault(pointer, code, List.of()));
        return null;
    }

    static String of(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }

    static String of(@Nullable Instant moment) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
    }
}
