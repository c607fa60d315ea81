package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.DepartmentRow;
import dev.galleria.catalog.editing.DepartmentTree;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.LazyDefaultTreeNode;
import org.primefaces.model.TreeNode;

/** The tree of categories to choose from, read level by level as it is opened. */
@Dependent
public class CategoryChooser implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    DepartmentTree tree;

    @Inject
    Visit visit;

    private @Nullable TreeNode<DepartmentRow> root;

    TreeNode<DepartmentRow> root() {
        if (root == null) {
            var locale = visit.locale();
            TreeNode<DepartmentRow> top = new DefaultTreeNode<>();
            top.setExpanded(true);
            under(null, locale).forEach(row -> top.getChildren().add(node(row, locale)));
            root = top;
        }
        return root;
    }

    /** Read anew when it is next shown. */
    void forget() {
        root = null;
    }

    /** The way to the category of that slug, as people read it; empty for none. */
    String way(@Nullable String slug) {
        if (slug == null || slug.isBlank()) {
            return "";
        }
        return tree.bySlug(slug, visit.locale())
                .map(row -> tree.way(row.id(), visit.locale()).stream()
                        .map(DepartmentRow::title)
                        .collect(Collectors.joining(" › ")))
                .orElse(slug);
    }

    private TreeNode<DepartmentRow> node(DepartmentRow row, Locale locale) {
        return new LazyDefaultTreeNode<>(row, above -> under(above.id(), locale), one -> one.children() == 0);
    }

    private List<DepartmentRow> under(@Nullable UUID parent, Locale locale) {
        return tree.under(parent, locale);
    }
}
