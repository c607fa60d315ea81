package dev.galleria.catalog.web;

import dev.galleria.platform.Secrets;
import dev.galleria.platform.pages.PageDraft;
import dev.galleria.platform.pages.VisitorText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.function.Supplier;

/** Made for one showing of a form that adds to the cart: sent twice, it adds once. In pages {@code #{addKey.value}}. */
@Named
@ApplicationScoped
public class AddKey implements VisitorText {
    private static final String NAME = "add-key";

    @Inject
    PageDraft draft;

    public String getValue() {
        return draft.shared() ? draft.hole(NAME) : Secrets.token();
    }

    @Override
    public Map<String, Supplier<String>> visitorTexts() {
        return Map.of(NAME, Secrets::token);
    }
}
