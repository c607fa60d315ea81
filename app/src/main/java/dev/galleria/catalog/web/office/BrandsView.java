package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.BrandDraft;
import dev.galleria.catalog.editing.Brands;
import dev.galleria.catalog.editing.UsedBrand;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The brands and the one that is being written. */
@Named("officeBrands")
@ViewScoped
public class BrandsView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Desk desk;

    @Inject
    Brands brands;

    @Inject
    OfficeTexts texts;

    private String query = "";
    private boolean asking;
    private boolean fresh;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final ShownFaults faults = new ShownFaults();
    private @Nullable String problem;

    /** Sellers have no such page: a Problem (NOT_FOUND). */
    public void load() {
        desk.requireStaff();
    }

    /** Those with the words in their name. */
    public List<UsedBrand> getRows() {
        var words = query.toLowerCase(Locale.ROOT).strip();
        return brands.list().stream()
                .filter(brand -> brand.content().name().toLowerCase(Locale.ROOT).contains(words))
                .limit(500)
                .toList();
    }

    public void askNew() {
        ask(new BrandDraft(null, "", null, null, Map.of()));
        fresh = true;
    }

    public void askEdit(String slug) {
        ask(brands.find(slug)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-brand", slug))
                .content());
        fresh = false;
    }

    private void ask(BrandDraft draft) {
        asking = true;
        problem = null;
        faults.clear();
        fields.put("slug", draft.slug());
        fields.put("name", draft.name());
        fields.put("country", draft.country());
        fields.put("founded", draft.founded() == null ? "" : draft.founded().toString());
        descriptions.clear();
        descriptions.putAll(draft.descriptions());
    }

    public void cancel() {
        asking = false;
    }

    public void save() {
        faults.clear();
        var typed = new Typed();
        int founded = typed.whole(Typed.text(fields, "founded"), 0, "/founded");
        var written = new LinkedHashMap<String, String>();
        descriptions.keySet().forEach(locale -> written.put(locale, Typed.text(descriptions, locale)));
        var slug = Typed.text(fields, "slug");
        var draft = new BrandDraft(
                slug.isEmpty() ? null : slug,
                Typed.text(fields, "name"),
                Typed.text(fields, "country").toUpperCase(Locale.ROOT),
                founded == 0 ? null : founded,
                written);
        var taken = fresh && !slug.isEmpty() && brands.find(slug).isPresent();
        if (taken) {
            faults.add("/slug", texts.get("office.field.slug"), texts.get("office.brands.taken"));
            return;
        }
        var found = typed.faults().isEmpty() ? brands.define(desk.editor(), draft) : typed.faults();
        found.forEach(fault -> faults.add(
                fault.pointer(),
                texts.get("office.brands.field." + fault.pointer().split("/", -1)[1]),
                desk.text(fault)));
        if (found.isEmpty()) {
            Faces.redirect("/backoffice/brands");
        }
    }

    public void delete(String slug) {
        try {
            brands.delete(desk.editor(), slug);
            Faces.redirect("/backoffice/brands");
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            problem = texts.of(e);
        }
    }

    public boolean isAsking() {
        return asking;
    }

    public boolean isFresh() {
        return fresh;
    }

    /** {@code slug, name, country, founded}. */
    public Map<String, String> getFields() {
        return fields;
    }

    public Map<String, String> getDescriptions() {
        return descriptions;
    }

    public ShownFaults getFaults() {
        return faults;
    }

    public @Nullable String getProblem() {
        return problem;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null ? "" : query;
    }
}
