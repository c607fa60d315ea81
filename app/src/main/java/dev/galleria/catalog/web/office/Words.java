package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.Brands;
import dev.galleria.catalog.editing.DepartmentRow;
import dev.galleria.catalog.editing.OfferBook;
import dev.galleria.catalog.editing.UsedAttribute;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Choices and sentences of the catalog's editors. */
@Named("officeWords")
@RequestScoped
public class Words {
    @Inject
    Brands brands;

    @Inject
    OfficeTexts texts;

    /** By slug. */
    public List<SelectItem> getBrands() {
        return brands.list().stream()
                .map(brand -> new SelectItem(
                        String.valueOf(brand.content().slug()), brand.content().name()))
                .toList();
    }

    /** What the matrix would do. */
    public String made(VariantGrid.Made made) {
        return texts.format("office.matrix.made", made.all(), made.fresh(), made.kept(), made.gone());
    }

    public String examples(VariantGrid.Made made) {
        int more = made.fresh() - made.examples().size();
        var names = String.join(", ", made.examples());
        return texts.format(more > 0 ? "office.matrix.examplesAndMore" : "office.matrix.examples", names, more);
    }

    public String sellable(OfferBook.Sellable product) {
        return texts.format("office.used.sellable", product.variants(), product.mine());
    }

    public String products(int products) {
        return texts.format("office.used.products", products);
    }

    /** What is in a department and under it. */
    public String category(DepartmentRow row) {
        return texts.format("office.used.category", row.products(), row.children());
    }

    public String attribute(UsedAttribute attribute) {
        var unit = attribute.content().unit();
        return texts.get("office.kind." + attribute.content().kind())
                + (unit == null || unit.isBlank() ? "" : " (" + unit + ')')
                + " · "
                + texts.format("office.used.attribute", attribute.products(), attribute.types());
    }

    public String type(TypesView.Line line) {
        return texts.format("office.used.type", line.attributes(), line.products());
    }
}
