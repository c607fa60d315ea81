package dev.galleria.catalog;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a fact as people of a language read it. */
final class SpecText {
    private static final int MOST_DECIMALS = 4;

    private SpecText() {}

    static ProductDetails.Spec of(ResultSet row, Locale locale) throws SQLException {
        var kind = Fact.Kind.valueOf(row.getString("kind"));
        var value =
                switch (kind) {
                    case NUMBER -> number(row.getBigDecimal("number_value"), row.getString("unit"), locale);
                    case DATE -> date(row.getObject("date_value", LocalDate.class), locale);
                    case FLAG -> String.valueOf(row.getBoolean("flag_value"));
                    case OPTION, CHOICE, TEXT -> row.getString("text_value");
                };
        return new ProductDetails.Spec(row.getString("code"), row.getString("label"), kind, value == null ? "" : value);
    }

    /** "1,249.5 cm"; a percent sign follows without a space in English only. */
    static String number(BigDecimal number, @Nullable String unit, Locale locale) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        var text = format.format(number);
        if (unit == null) {
            return text;
        }
        var tight = unit.equals("%") && locale.getLanguage().equals("en");
        return tight ? text + unit : text + '\u00a0' + unit;
    }

    static String date(LocalDate date, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(date);
    }
}
