package dev.galleria.tenancy.web;

import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/** Texts and times of the back office and the console in the language of the visit. */
@RequestScoped
public class OfficeTexts {
    @Inject
    Visit visit;

    public String get(String key) {
        return Texts.of(visit.locale(), key);
    }

    /** The same with values put in, with plurals where the text has them. */
    public String format(String key, Object... values) {
        return Texts.of(visit.locale(), key, values);
    }

    /** What a problem is called. */
    public String of(Problem problem) {
        return Texts.either(visit.locale(), key(problem.code()), "error.refused.text");
    }

    static String key(String code) {
        return "problem." + code.replace('/', '.');
    }

    /** A day as people of this language write it, by UTC; empty for none. */
    public String day(@Nullable Instant instant) {
        return written(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
    }

    /** A day and minute, by UTC; empty for none. */
    public String minute(@Nullable Instant instant) {
        return written(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
    }

    private String written(DateTimeFormatter format, @Nullable Instant instant) {
        return instant == null
                ? ""
                : format.withLocale(visit.locale()).withZone(ZoneOffset.UTC).format(instant);
    }
}
