package dev.galleria.catalog.web;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.NumberText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way into the catalog, on every page: {@code #{departments.list}}. */
@Named("departments")
@RequestScoped
public class DepartmentsView {
    @Inject
    Catalog catalog;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    private @Nullable List<Department> list;

    /** The top categories that have something to show, with their children. */
    public List<Department> getList() {
        if (list == null) {
            list = departments(catalog.tree(visit.locale()));
        }
        return list;
    }

    private List<Department> departments(List<CategoryNode> nodes) {
        return nodes.stream()
                .filter(node -> node.productCount() > 0)
                .map(this::department)
                .toList();
    }

    private Department department(CategoryNode node) {
        var children = departments(node.children());
        var path = "/c/" + node.slug();
        return new Department(
                node.title(),
                paths.of(path),
                NumberText.of(node.productCount(), visit.locale()),
                Texts.of(visit.locale(), "home.products", node.productCount()),
                Pictures.address(Preset.THUMB, node.imageKey()),
                visit.path().equals(path) || children.stream().anyMatch(Department::current),
                children);
    }
}
