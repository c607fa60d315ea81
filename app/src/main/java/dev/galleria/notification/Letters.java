package dev.galleria.notification;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Writes mails from the templates in {@code /mail}. Values in HTML are escaped; a template can reach nothing but them. */
@ApplicationScoped
class Letters {
    private final PebbleEngine html = engine(true);
    private final PebbleEngine text = engine(false);

    String html(String template, Map<String, Object> values, Locale locale) {
        return write(html, template + ".html.peb", values, locale);
    }

    String text(String template, Map<String, Object> values, Locale locale) {
        return write(text, template + ".txt.peb", values, locale);
    }

    private static String write(PebbleEngine engine, String template, Map<String, Object> values, Locale locale) {
        var writer = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(writer, values, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writer.toString();
    }

    private static PebbleEngine engine(boolean escaping) {
        var loader = new ClasspathLoader(Letters.class.getClassLoader());
        loader.setPrefix("mail");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(escaping)
                .newLineTrimming(escaping)
                .strictVariables(true)
                .allowOverrideCoreOperators(false)
                .build();
    }
}
