package dev.galleria.platform.pages;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A bean whose texts belong to one visitor and stand on pages that all share, such as the number of things in the cart. While
 * a shared page is drawn it gives {@link PageDraft#hole} of the name instead; whoever gets the page gets the text.
 */
public interface VisitorText {
    /** The texts by name, asked for the visitor of the current request. They are text, not markup. */
    Map<String, Supplier<String>> visitorTexts();
}
