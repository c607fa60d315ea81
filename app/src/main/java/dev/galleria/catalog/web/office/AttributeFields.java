package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.AttributeDraft;
import dev.galleria.catalog.editing.Attributes;
import dev.galleria.catalog.editing.ProductType;
import dev.galleria.catalog.editing.ProductTypes;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which attributes a product of a type has, as fields of its editor. */
@Named("officeFacts")
@RequestScoped
public class AttributeFields {
    @Inject
    Attributes attributes;

    @Inject
    ProductTypes types;

    @Inject
    Desk desk;

    @Inject
    Visit visit;

    private @Nullable Map<String, AttributeDraft> known;

    private @Nullable List<ProductType> kinds;

    /** One field; choices of a CHOICE. */
    public record Field(
            String code,
            String label,
            String kind,
            @Nullable String unit,
            boolean required,
            List<SelectItem> choices) {}

    /** Of the form's type; without one those that have values or were asked for. */
    public List<Field> of(ProductForm form) {
        var type = Typed.text(form.getFields(), "type");
        var found = kinds().stream().filter(one -> one.code().equals(type)).findFirst();
        return found.map(one -> one.attributes().stream()
                        .map(attribute -> field(attribute.code(), attribute.required()))
                        .flatMap(Optional::stream)
                        .toList())
                .orElseGet(() -> form.getFacts().keySet().stream()
                        .map(code -> field(code, false))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Kinds by code, for reading the form. */
    Map<String, String> kinds(ProductForm form) {
        return of(form).stream().collect(Collectors.toMap(Field::code, Field::kind));
    }

    /** Those that the form does not show yet. */
    public List<SelectItem> others(ProductForm form) {
        return known().values().stream()
                .filter(attribute -> !form.getFacts().containsKey(attribute.code()))
                .map(attribute -> new SelectItem(attribute.code(), label(attribute.labels(), attribute.code())))
                .toList();
    }

    public List<SelectItem> getTypes() {
        return kinds().stream()
                .map(type -> new SelectItem(type.code(), label(type.labels(), type.code())))
                .toList();
    }

    /** What the attribute of that code is called. */
    String name(String code) {
        var attribute = known().get(code);
        return attribute == null ? code : label(attribute.labels(), code);
    }

    /** In the language of the visit, else in the marketplace's own. */
    public String label(Map<String, String> labels, String otherwise) {
        return labels.getOrDefault(visit.locale().toLanguageTag(), labels.getOrDefault(desk.own(), otherwise));
    }

    private Optional<Field> field(String code, boolean required) {
        return Optional.ofNullable(known().get(code))
                .map(attribute -> new Field(
                        code,
                        label(attribute.labels(), code),
                        attribute.kind(),
                        attribute.unit(),
                        required,
                        attribute.choices().stream()
                                .map(choice -> new SelectItem(choice.code(), label(choice.labels(), choice.code())))
                                .toList()));
    }

    private Map<String, AttributeDraft> known() {
        if (known == null) {
            known = new LinkedHashMap<>();
            attributes.known().forEach(attribute -> known.put(attribute.code(), attribute));
        }
        return known;
    }

    private List<ProductType> kinds() {
        if (kinds == null) {
            kinds = types.list();
        }
        return kinds;
    }
}
