package dev.galleria.tenancy.web;

import com.ibm.icu.text.MessageFormat;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Texts in the language of the visit. */
@RequestScoped
public class Texts {
    @Inject
    Visit visit;

    /** The text of that key; the key itself when nobody has written one. */
    public String get(String key) {
        var bundle = ResourceBundle.getBundle("messages", visit.locale(), Texts.class.getClassLoader());
        return bundle.containsKey(key) ? bundle.getString(key) : key;
    }

    /** The same with values put in, with plurals where the text has them (ICU message format). */
    public String format(String key, Object... values) {
        return new MessageFormat(get(key), visit.locale()).format(values);
    }

    /** What a problem is called. */
    public String of(Problem problem) {
        return get("problem." + problem.code().replace('/', '.'));
    }

    /** A day as people of this language write it, by UTC; empty for none. */
    public String day(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(visit.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(instant);
    }

    /** A day and minute, by UTC; empty for none. */
    public String minute(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(visit.locale())
                        .withZone(ZoneOffset.UTC)
                        .format(instant);
    }
}
