package dev.galleria.catalog.web.office;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** Who works on the catalog here, and in which languages. */
@Named("catalogDesk")
@RequestScoped
public class Desk {
    @Inject
    CurrentAccount current;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    /** One language of the marketplace; the own one is needed everywhere. */
    public record Language(String tag, String name, boolean own) {}

    public Editor editor() {
        return Editor.of(current.require());
    }

    /** Whether this is one of the marketplace's own people, who may edit everything. */
    public boolean isStaff() {
        return editor().seller() == null;
    }

    /** What only the marketplace's own people may see does not exist for others: a Problem (NOT_FOUND). */
    public void requireStaff() {
        if (!isStaff()) {
            throw Problem.notFound("catalog/not-an-editor", "a seller's");
        }
    }

    /** The marketplace's own first. */
    public List<Language> getLanguages() {
        var tenant = tenancy.current();
        var own = tenant.defaultLocale();
        return tenant.locales().stream()
                .sorted((one, other) -> Boolean.compare(other.equals(own), one.equals(own)))
                .map(locale -> new Language(locale.toLanguageTag(), name(locale), locale.equals(own)))
                .toList();
    }

    public boolean isMultilingual() {
        return tenancy.current().locales().size() > 1;
    }

    /** The marketplace's own language. */
    public String own() {
        return tenancy.current().defaultLocale().toLanguageTag();
    }

    /** What a fault says, in the language of the visit. */
    public String text(Fault fault) {
        return Texts.of(visit.locale(), fault.key(), fault.values().toArray());
    }

    private String name(Locale locale) {
        var name = locale.getDisplayLanguage(visit.locale());
        return name.substring(0, 1).toUpperCase(visit.locale()) + name.substring(1);
    }
}
