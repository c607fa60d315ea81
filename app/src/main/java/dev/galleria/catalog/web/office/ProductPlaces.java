package dev.galleria.catalog.web.office;

import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the editor's places are called. */
@RequestScoped
public class ProductPlaces {
    private static final List<String> NAMED = List.of(
            "slug",
            "category",
            "brand",
            "type",
            "tags",
            "taxClass",
            "state",
            "from",
            "until",
            "title",
            "description",
            "sku",
            "gtin",
            "weight",
            "price",
            "list",
            "sale",
            "handling",
            "offers",
            "choices",
            "labels",
            "swatch",
            "values",
            "options",
            "variants",
            "attributes",
            "pictures",
            "code",
            "seller");

    @Inject
    OfficeTexts texts;

    @Inject
    AttributeFields facts;

    /** The field's name, for a variant's also which one. */
    String name(String pointer, ProductForm form, String own) {
        var steps = pointer.split("/", -1);
        if (steps.length > 2 && steps[1].equals("attributes")) {
            return facts.of(form).stream()
                    .filter(field -> field.code().equals(steps[2]))
                    .findFirst()
                    .map(AttributeFields.Field::label)
                    .orElse(steps[2]);
        }
        var name = "";
        for (var step : steps) {
            name = NAMED.contains(step) ? texts.get("office.field." + step) : name;
        }
        if (steps.length > 2 && steps[1].equals("variants")) {
            int index = Integer.parseInt(steps[2]);
            var variant = form.getVariants().get(index);
            var which = new VariantGrid(form).name(variant, own);
            return texts.format("office.variant.place", index + 1, which.isEmpty() ? name : which + " – " + name);
        }
        return name;
    }
}
