package dev.galleria.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.galleria.catalog.OfferKey;
import dev.galleria.platform.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, by column. An empty field is none. */
record Row(NamedCsvRecord fields, List<String> locales, String currency) {
    String text(String column) {
        return fields.getField(column);
    }

    @Nullable
    String textOrNull(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    int number(String column) {
        return Integer.parseInt(text(column));
    }

    @Nullable
    Integer numberOrNull(String column) {
        var text = textOrNull(column);
        return text == null ? null : Integer.valueOf(text);
    }

    Money money(String column) {
        return Money.of(text(column), currency);
    }

    /** Minor units of the tenant's currency. */
    long amount(String column) {
        return money(column).minorUnits();
    }

    @Nullable
    Long amountOrNull(String column) {
        return textOrNull(column) == null ? null : (Long) amount(column);
    }

    List<String> words(String column) {
        var text = text(column);
        return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
    }

    /** The columns {@code <name>_<locale>}. */
    Map<String, String> texts(String column) {
        var texts = new LinkedHashMap<String, String>();
        locales.forEach(locale -> texts.put(locale, text(column + '_' + locale)));
        return texts;
    }

    /** The offer that the columns sku and seller name. */
    OfferKey offer() {
        return new OfferKey(text("sku"), text("seller"));
    }
}
