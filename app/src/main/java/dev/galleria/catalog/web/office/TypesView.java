package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.ProductType;
import dev.galleria.catalog.editing.ProductTypes;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The product types and the one that is being written. */
@Named("officeTypes")
@ViewScoped
public class TypesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Desk desk;

    @Inject
    ProductTypes types;

    @Inject
    AttributeFields facts;

    @Inject
    OfficeTexts texts;

    private boolean asking;
    private boolean fresh;
    private @Nullable String code;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private @Nullable String added;
    private @Nullable String problem;

    /** A type in the list, with how many products are of it. */
    public record Line(String code, String label, int attributes, int products) {}

    /** One of the attributes of the type that is written. */
    public static final class Part implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String code;
        private boolean required;

        Part(String code, boolean required) {
            this.code = code;
            this.required = required;
        }

        public String getCode() {
            return code;
        }

        public boolean isRequired() {
            return required;
        }

        public void setRequired(boolean required) {
            this.required = required;
        }
    }

    /** Sellers have no such page: a Problem (NOT_FOUND). */
    public void load() {
        desk.requireStaff();
    }

    public List<Line> getRows() {
        var products = types.products();
        return types.list().stream()
                .map(type -> new Line(
                        type.code(),
                        facts.label(type.labels(), type.code()),
                        type.attributes().size(),
                        products.getOrDefault(type.code(), 0)))
                .toList();
    }

    public void askNew() {
        ask(new ProductType("", Map.of(), List.of()));
        fresh = true;
    }

    public void askEdit(String which) {
        ask(types.list().stream()
                .filter(type -> type.code().equals(which))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("catalog/unknown-product-type", which)));
        fresh = false;
    }

    private void ask(ProductType type) {
        asking = true;
        problem = null;
        code = type.code();
        labels.clear();
        labels.putAll(type.labels());
        parts.clear();
        type.attributes().forEach(part -> parts.add(new Part(part.code(), part.required())));
    }

    public void add() {
        if (added != null && !added.isBlank() && parts.stream().noneMatch(part -> part.code.equals(added))) {
            parts.add(new Part(added, false));
        }
        added = null;
    }

    public void remove(Part part) {
        parts.remove(part);
    }

    public void up(Part part) {
        int place = parts.indexOf(part);
        if (place > 0) {
            Collections.swap(parts, place, place - 1);
        }
    }

    public void cancel() {
        asking = false;
    }

    public void save() {
        var written = AttributesView.written(labels);
        written.values().removeIf(String::isEmpty);
        var name =
                code == null || code.isBlank() ? VariantBench.code(written.getOrDefault(desk.own(), "")) : code.strip();
        boolean taken =
                fresh && types.list().stream().anyMatch(type -> type.code().equals(name));
        if (taken) {
            problem = texts.get("office.brands.taken");
            return;
        }
        attempt(() -> types.define(
                desk.editor(),
                new ProductType(
                        name,
                        written,
                        parts.stream()
                                .map(part -> new ProductType.Attribute(part.code, part.required))
                                .toList())));
    }

    public void delete(String which) {
        attempt(() -> types.delete(desk.editor(), which));
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            Faces.redirect("/backoffice/product-types");
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT && e.kind() != Problem.Kind.REFUSED) {
                throw e;
            }
            problem = texts.of(e);
        }
    }

    /** Every attribute that the type does not have yet. */
    public List<SelectItem> getOthers() {
        return facts.others(new ProductForm()).stream()
                .filter(item -> parts.stream().noneMatch(part -> part.code.equals(item.getValue())))
                .toList();
    }

    public String name(Part part) {
        return facts.name(part.code);
    }

    public boolean isAsking() {
        return asking;
    }

    public boolean isFresh() {
        return fresh;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public Map<String, String> getLabels() {
        return labels;
    }

    public List<Part> getParts() {
        return parts;
    }

    public @Nullable String getAdded() {
        return added;
    }

    public void setAdded(@Nullable String added) {
        this.added = added;
    }

    public @Nullable String getProblem() {
        return problem;
    }
}
