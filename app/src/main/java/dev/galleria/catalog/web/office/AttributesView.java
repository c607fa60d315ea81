package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.AttributeDraft;
import dev.galleria.catalog.editing.Attributes;
import dev.galleria.catalog.editing.UsedAttribute;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The attributes and the one that is being written. */
@Named("officeAttributes")
@ViewScoped
public class AttributesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Desk desk;

    @Inject
    Attributes attributes;

    @Inject
    OfficeTexts texts;

    private boolean asking;
    private boolean fresh;
    private boolean filterable;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final ProductForm.Option shown = new ProductForm.Option();
    private final ShownFaults faults = new ShownFaults();
    private @Nullable String problem;

    /** Sellers have no such page: a Problem (NOT_FOUND). */
    public void load() {
        desk.requireStaff();
    }

    public List<UsedAttribute> getRows() {
        return attributes.list();
    }

    public void askNew() {
        ask(new AttributeDraft(
                "", "CHOICE", null, true, Math.min(attributes.known().size() + 1, 10_000), Map.of(), List.of()));
        fresh = true;
    }

    public void askEdit(String code) {
        ask(attributes
                .find(code)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-attribute", code))
                .content());
        fresh = false;
    }

    private void ask(AttributeDraft draft) {
        asking = true;
        problem = null;
        faults.clear();
        fields.put("code", draft.code());
        fields.put("kind", draft.kind());
        fields.put("unit", draft.unit());
        fields.put("position", String.valueOf(draft.position()));
        filterable = draft.filterable();
        shown.getLabels().clear();
        shown.getLabels().putAll(draft.labels());
        shown.getValues().clear();
        for (var choice : draft.choices()) {
            var value = new ProductForm.Value(choice.code());
            value.getLabels().putAll(choice.labels());
            shown.getValues().add(value);
        }
    }

    public void addValues() {
        VariantBench.add(shown, desk.own());
    }

    public void removeValue(ProductForm.Value value) {
        shown.getValues().remove(value);
    }

    public void cancel() {
        asking = false;
    }

    public void save() {
        faults.clear();
        var typed = new Typed();
        int position = typed.whole(Typed.text(fields, "position"), 1, "/position");
        var code = Typed.text(fields, "code").isEmpty()
                ? VariantBench.code(Typed.text(shown.getLabels(), desk.own()))
                : Typed.text(fields, "code");
        if (fresh && attributes.find(code).isPresent()) {
            faults.add("/code", texts.get("office.field.code"), texts.get("office.brands.taken"));
            return;
        }
        var kind = Typed.text(fields, "kind");
        var draft = new AttributeDraft(
                code,
                kind,
                Typed.text(fields, "unit"),
                filterable,
                position,
                written(shown.getLabels()),
                kind.equals("CHOICE")
                        ? shown.getValues().stream()
                                .map(value -> new AttributeDraft.Choice(value.getCode(), written(value.getLabels())))
                                .toList()
                        : List.of());
        var found = typed.faults().isEmpty() ? attributes.define(desk.editor(), draft) : typed.faults();
        found.forEach(fault -> faults.add(fault.pointer(), place(fault.pointer()), desk.text(fault)));
        if (found.isEmpty()) {
            Faces.redirect("/backoffice/attributes");
        }
    }

    private String place(String pointer) {
        var name = pointer.split("/", -1)[1];
        return texts.get("office.attributes.field." + name);
    }

    static Map<String, String> written(Map<String, String> labels) {
        var written = new LinkedHashMap<String, String>();
        labels.keySet().forEach(locale -> written.put(locale, Typed.text(labels, locale)));
        return written;
    }

    public void delete(String code) {
        try {
            attributes.delete(desk.editor(), code);
            Faces.redirect("/backoffice/attributes");
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

    public boolean isFilterable() {
        return filterable;
    }

    public void setFilterable(boolean filterable) {
        this.filterable = filterable;
    }

    /** {@code code, kind, unit, position}. */
    public Map<String, String> getFields() {
        return fields;
    }

    /** Labels and choices. */
    public ProductForm.Option getShown() {
        return shown;
    }

    public ShownFaults getFaults() {
        return faults;
    }

    public @Nullable String getProblem() {
        return problem;
    }
}
