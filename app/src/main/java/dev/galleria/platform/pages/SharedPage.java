package dev.galleria.platform.pages;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A page as bytes with holes between them, the ids of what it shows, what each view of it does, and its content type. */
public record SharedPage(
        List<byte[]> parts, List<String> holes, Set<String> shown, List<Runnable> views, String contentType) {
    /** Cuts what was drawn at its holes. */
    static SharedPage of(String text, PageDraft draft, String contentType) {
        var parts = new ArrayList<byte[]>();
        var holes = new ArrayList<String>();
        var pieces = text.split(Pattern.quote(PageDraft.mark()), -1);
        for (int i = 0; i < pieces.length; i++) {
            if (i % 2 == 0) {
                parts.add(pieces[i].getBytes(StandardCharsets.UTF_8));
            } else {
                holes.add(pieces[i]);
            }
        }
        return new SharedPage(List.copyOf(parts), List.copyOf(holes), draft.shown(), draft.views(), contentType);
    }

    /** The whole page; the texts are escaped for element and attribute content. */
    byte[] filled(UnaryOperator<String> texts) {
        var bytes = new ByteArrayOutputStream(weight() + 256);
        for (int i = 0; i < parts.size(); i++) {
            bytes.writeBytes(parts.get(i));
            if (i < holes.size()) {
                bytes.writeBytes(escaped(texts.apply(holes.get(i))).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    int weight() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
