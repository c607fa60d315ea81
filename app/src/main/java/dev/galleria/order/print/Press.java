package dev.galleria.order.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Draws a sheet as PDF, its fonts embedded. What it is filled with is escaped; nothing outside is ever loaded. */
final class Press {
    private static final PebbleEngine ENGINE = engine();

    static {
        XRLog.setLoggingEnabled(false);
    }

    private Press() {}

    static byte[] print(Map<String, Object> values, Locale locale) {
        try {
            var page = new StringWriter();
            ENGINE.getTemplate("paper.html.peb").evaluate(page, values, locale);
            var file = new ByteArrayOutputStream();
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useUriResolver((base, address) -> null);
            builder.useFont(() -> font("plex-400.ttf"), "Plex", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("plex-600.ttf"), "Plex", 600, FontStyle.NORMAL, true);
            builder.withProducer("Galleria");
            builder.withHtmlContent(written(page.toString()), null);
            builder.toStream(file);
            builder.run();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the signs that XML 1.0 cannot hold. */
    private static String written(String page) {
        return page.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }

    private static InputStream font(String name) {
        var stream = Press.class.getResourceAsStream("/paper/" + name);
        if (stream == null) {
            throw new IllegalStateException("no font " + name);
        }
        return stream;
    }

    private static PebbleEngine engine() {
        var loader = new ClasspathLoader(Press.class.getClassLoader());
        loader.setPrefix("paper");
        return new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .allowOverrideCoreOperators(false)
                .build();
    }
}
