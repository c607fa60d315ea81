package dev.galleria.platform;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The application's texts by key. Values and plurals stand in them as ICU writes them: {@code {0, plural, one {…} other {…}}}. */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** Formats keep state while they work: each is used by one thread at a time. Those that wait have been used before. */
    private static final Map<String, Queue<MessageFormat>> FORMATS = new ConcurrentHashMap<>();

    private Texts() {}

    /** The text in that language, else in English; a missing key is a MissingResourceException. */
    public static String of(Locale locale, String key) {
        return bundle(locale).getString(key);
    }

    /** The text with values in it, numbers written as in that language. */
    public static String of(Locale locale, String key, Object... values) {
        var waiting =
                FORMATS.computeIfAbsent(locale.toLanguageTag() + ' ' + key, unused -> new ConcurrentLinkedQueue<>());
        var free = waiting.poll();
        var format = free == null ? new MessageFormat(of(locale, key), locale) : free;
        var text = format.format(values);
        waiting.add(format);
        return text;
    }

    /** The text if there is one of that key, otherwise the text of the other key. */
    public static String either(Locale locale, String key, String otherwise) {
        var bundle = bundle(locale);
        return bundle.getString(bundle.containsKey(key) ? key : otherwise);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages", locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }
}
