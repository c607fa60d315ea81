package dev.galleria.paypaldouble;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with places to fill: <code>{{name}}</code> takes an escaped value, <code>{{t.key}}</code> a text in the page's
 * language, <code>{{html.name}}</code> markup made by the double itself.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z.]+)}}");

    private final Locale locale;
    private final ResourceBundle texts;
    private final Map<String, String> values = new HashMap<>();

    Template(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                Template.class.getPackageName() + ".page",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        values.put("lang", locale.getLanguage());
    }

    Template set(String name, String value) {
        values.put(name, value);
        return this;
    }

    String text(String key) {
        return texts.getString(key);
    }

    String money(String value, String currencyCode) {
        BigDecimal amount = new BigDecimal(value);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currencyCode));
        format.setMinimumFractionDigits(amount.scale());
        format.setMaximumFractionDigits(amount.scale());
        return format.format(amount);
    }

    String render(String file) {
        String page = resource(file);
        return PLACE.matcher(page).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String place) {
        if (place.startsWith("t.")) {
            return escape(texts.getString(place.substring(2)));
        }
        String value = values.getOrDefault(place, "");
        return place.startsWith("html.") ? value : escape(value);
    }

    static String resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
