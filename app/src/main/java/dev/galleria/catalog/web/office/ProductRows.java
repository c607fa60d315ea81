package dev.galleria.catalog.web.office;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.catalog.editing.ProductList;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.platform.Money;
import dev.galleria.seller.Seller;
import dev.galleria.seller.SellerId;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list of products shows beside its rows: names, choices of its filters, its views. */
@Named("officeProductRows")
@RequestScoped
public class ProductRows {
    /** So many categories can be looked through in a menu; beyond that only the upper ones are offered. */
    private static final int MANY = 300;

    @Inject
    Desk desk;

    @Inject
    Sellers sellers;

    @Inject
    Catalog catalog;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    OfficeTexts texts;

    @Inject
    Clock clock;

    /** A view of the list with an address of its own. */
    public record Tab(String label, String address, boolean current) {}

    List<ProductLine> of(List<ProductList.Row> rows) {
        var names = sellers.find(rows.stream()
                .map(ProductList.Row::owner)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream().map(row -> line(row, names)).toList();
    }

    public List<Tab> tabs(ProductFilter filter) {
        return Stream.of("all", "active", "draft", "archived")
                .map(state -> new Tab(
                        texts.get("office.products.tab." + state),
                        filter.address(state),
                        state.equals(filter.getState())))
                .toList();
    }

    public List<SelectItem> getSellers() {
        return sellers.list().stream()
                .sorted(Comparator.comparing(Seller::name, String.CASE_INSENSITIVE_ORDER))
                .map(seller -> new SelectItem(seller.id().value().toString(), seller.name()))
                .toList();
    }

    /** By slug, those below indented. */
    public List<SelectItem> getCategories() {
        var items = new ArrayList<SelectItem>();
        var tree = catalog.tree(visit.locale());
        add(items, tree, 0, count(tree) > MANY ? 1 : 9);
        return items;
    }

    private static void add(List<SelectItem> items, List<CategoryNode> nodes, int depth, int deepest) {
        for (var node : nodes) {
            items.add(new SelectItem(node.slug(), "\u2003".repeat(depth) + node.title()));
            if (depth < deepest) {
                add(items, node.children(), depth + 1, deepest);
            }
        }
    }

    private static int count(List<CategoryNode> nodes) {
        return nodes.stream().mapToInt(node -> 1 + count(node.children())).sum();
    }

    private ProductLine line(ProductList.Row row, Map<SellerId, Seller> names) {
        boolean mine = desk.editor().mayDescribe(row.owner());
        boolean later = row.publishedAt() != null && row.publishedAt().isAfter(clock.instant());
        var state = row.state() == ProductState.ACTIVE && later
                ? "SCHEDULED"
                : row.state().name();
        return new ProductLine(
                row.id().value().toString(),
                row.title(),
                row.slug(),
                state,
                ProductsView.tone(row.state(), later),
                row.imageKey(),
                money(row.lowestMinor()),
                money(row.highestMinor()),
                row.offerCount() == 0
                        ? texts.get("office.products.noOffer")
                        : texts.format("office.products.inStock", row.inStock(), row.variantCount()),
                Optional.ofNullable(row.owner())
                        .map(names::get)
                        .map(Seller::name)
                        .orElseGet(() -> texts.get("office.products.marketplace")),
                texts.day(row.changedAt()),
                "/backoffice/products/" + row.id().value() + (mine ? "" : "/offers"));
    }

    private @Nullable Money money(@Nullable Long minor) {
        return minor == null ? null : new Money(minor, tenancy.current().currency());
    }
}
