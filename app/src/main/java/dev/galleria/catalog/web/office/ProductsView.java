package dev.galleria.catalog.web.office;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.ProductList;
import dev.galleria.catalog.editing.ProductQuery;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** The back office's list of products, paged, sorted and filtered by the database, and what is done to several at once. */
@Named("officeProducts")
@ViewScoped
public class ProductsView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_AT_ONCE = 100;

    @Inject
    Desk desk;

    @Inject
    Assortment assortment;

    @Inject
    ProductRows lines;

    @Inject
    OfficeTexts texts;

    private final ProductFilter filter = new ProductFilter();
    private final Pages rows = new Pages();
    private @Nullable List<ProductLine> selected = new ArrayList<>();
    private @Nullable String done;
    private List<Refused> refused = List.of();

    /** A product that could not be changed, and why. */
    public record Refused(String title, String address, String reason) implements Serializable {}

    /** One page at a time. */
    private final class Pages extends LazyDataModel<ProductLine> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return find(1, 1, ProductQuery.Sort.CHANGED).total();
        }

        @Override
        public List<ProductLine> load(
                int first, int size, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
            int count = Math.min(Math.max(size, 1), 100);
            var found = find(Math.max(first, 0) / count + 1, count, sort(sorts));
            setRowCount(found.total());
            return lines.of(found.rows());
        }

        @Override
        public String getRowKey(ProductLine line) {
            return line.id();
        }

        @Override
        public @Nullable ProductLine getRowData(String key) {
            return new ProductLine(key);
        }
    }

    public LazyDataModel<ProductLine> getRows() {
        return rows;
    }

    public ProductFilter getFilter() {
        return filter;
    }

    /** Whether the list as filtered holds anything. */
    public boolean isVacant() {
        return find(1, 1, ProductQuery.Sort.CHANGED).total() == 0;
    }

    public void publish() {
        each("office.products.published", id -> assortment.publish(desk.editor(), id, null));
    }

    public void withdraw() {
        each("office.products.withdrawn", id -> {
            assortment.withdraw(desk.editor(), id);
            return new Edit.Done(id, 0);
        });
    }

    public void archive() {
        each("office.products.archived", id -> {
            assortment.archive(desk.editor(), id);
            return new Edit.Done(id, 0);
        });
    }

    public @Nullable String getDone() {
        return done;
    }

    public List<Refused> getRefused() {
        return refused;
    }

    public @Nullable List<ProductLine> getSelected() {
        return selected;
    }

    public void setSelected(@Nullable List<ProductLine> selected) {
        this.selected = selected;
    }

    private void each(String text, Function<ProductId, Edit> change) {
        // The browser names rows: each is asked for again, as what this editor may change.
        var ids = Optional.ofNullable(selected).orElse(List.of()).stream()
                .flatMap(line -> Ids.parse(line.id()).stream())
                .distinct()
                .map(ProductId::new)
                .toList();
        selected = new ArrayList<>();
        refused = new ArrayList<>();
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            done = texts.format(
                    ids.isEmpty() ? "office.products.chooseFirst" : "office.products.tooMany", MOST_AT_ONCE);
            return;
        }
        int changed = 0;
        for (var id : ids) {
            changed += tried(id, change) ? 1 : 0;
        }
        done = changed == 0 ? null : texts.format(text, changed);
    }

    private boolean tried(ProductId id, Function<ProductId, Edit> change) {
        try {
            if (change.apply(id) instanceof Edit.Invalid invalid) {
                refused.add(new Refused(
                        title(id), address(id), desk.text(invalid.faults().get(0))));
                return false;
            }
            return true;
        } catch (Problem e) {
            refused.add(new Refused(title(id), "", texts.of(e)));
            return false;
        }
    }

    private String title(ProductId id) {
        return assortment
                .find(desk.editor(), id)
                .map(product -> product.content().texts().get(desk.own()).title())
                .orElse("–");
    }

    private static String address(ProductId id) {
        return "/backoffice/products/" + id.value();
    }

    private ProductList find(int page, int size, ProductQuery.Sort sort) {
        return assortment.list(desk.editor(), filter.query(desk.isStaff(), sort, page, size));
    }

    /** Columns that can be sorted by; anything else a browser sends is ignored. */
    private static ProductQuery.Sort sort(Map<String, SortMeta> sorts) {
        for (var sort : sorts.values()) {
            boolean set = sort.getOrder() != null && sort.getOrder() != SortOrder.UNSORTED;
            if (set && "title".equals(sort.getField())) {
                return sort.getOrder().isAscending() ? ProductQuery.Sort.TITLE : ProductQuery.Sort.TITLE_DOWN;
            }
            if (set && "changed".equals(sort.getField())) {
                return sort.getOrder().isAscending() ? ProductQuery.Sort.CHANGED_FIRST : ProductQuery.Sort.CHANGED;
            }
        }
        return ProductQuery.Sort.CHANGED;
    }

    /** How a state is colored. */
    static String tone(ProductState state, boolean later) {
        return switch (state) {
            case ACTIVE -> later ? "warn" : "good";
            case DRAFT -> "warn";
            default -> "quiet";
        };
    }
}
