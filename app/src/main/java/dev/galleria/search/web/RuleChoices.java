package dev.galleria.search.web;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.platform.Ids;
import dev.galleria.search.Search;
import dev.galleria.search.SearchQuery;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule can name: products, found by words, and departments. */
@Named
@RequestScoped
public class RuleChoices {
    private static final int MOST = 8;
    private static final String BETWEEN = " · ";

    @Inject
    Catalog catalog;

    @Inject
    Search search;

    @Inject
    SearchOffice office;

    @Inject
    Visit visit;

    /** A department, its title with those above it. */
    public record Department(String id, String title) {}

    /** Products as they are written into the field, by words in them. */
    public List<String> find(@Nullable String typed) {
        office.require();
        var query = SearchQuery.of(typed, ListingQuery.all().withSize(MOST));
        return query.hasWords()
                ? search.search(query, visit.locale()).listing().products().stream()
                        .map(RuleChoices::written)
                        .toList()
                : List.of();
    }

    private static String written(ProductSummary product) {
        return product.title() + BETWEEN + product.slug();
    }

    /** As {@link #find} writes it; the id alone for one that is not on sale. */
    String written(ProductId id) {
        return catalog.summaries(List.of(id), visit.locale()).stream()
                .map(RuleChoices::written)
                .findFirst()
                .orElse(id.value().toString());
    }

    /** The product of a field: as {@link #find} writes it, an address, or an id; an id of nothing if there is no such product. */
    ProductId read(String text) {
        var last = text.substring(text.lastIndexOf(BETWEEN) < 0 ? 0 : text.lastIndexOf(BETWEEN) + BETWEEN.length());
        var slug = last.substring(last.lastIndexOf('/') + 1).strip();
        return Ids.parse(slug)
                .map(ProductId::new)
                .or(() -> slug.isEmpty() || slug.length() > 200
                        ? Optional.empty()
                        : catalog.product(slug, visit.locale()).map(product -> product.id()))
                .orElseGet(() -> new ProductId(Ids.next()));
    }

    public List<Department> getDepartments() {
        var all = new ArrayList<Department>();
        add(all, "", catalog.tree(visit.locale()));
        return all;
    }

    private static void add(List<Department> all, String above, List<CategoryNode> nodes) {
        for (var node : nodes) {
            var title = above.isEmpty() ? node.title() : above + " › " + node.title();
            all.add(new Department(node.id().value().toString(), title));
            add(all, title, node.children());
        }
    }
}
