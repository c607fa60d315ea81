package dev.galleria.tenancy.web;

import dev.galleria.platform.Secrets;
import dev.galleria.platform.pages.PageDraft;
import dev.galleria.platform.pages.VisitorText;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a form must carry: bound to this browser and this tenant. In pages: {@code #{formToken.value}} as {@code _token}. */
@Named
@ApplicationScoped
public class FormToken implements VisitorText {
    static final String PARAMETER = "_token";

    /** The same for a script whose body is a file. */
    static final String HEADER = "X-Form-Token";

    @Inject
    Visit visit;

    @Inject
    Tenancy tenancy;

    @Inject
    PageDraft draft;

    public String getValue() {
        return draft.shared() ? draft.hole(PARAMETER) : value();
    }

    @Override
    public Map<String, Supplier<String>> visitorTexts() {
        return Map.of(PARAMETER, this::value);
    }

    private String value() {
        var tenant = tenancy.find().map(one -> one.id().toString()).orElse("console");
        return Secrets.derive("form-token", tenant + ' ' + visit.visitor());
    }

    boolean matches(@Nullable String given) {
        return given != null && Secrets.same(given, value());
    }
}
