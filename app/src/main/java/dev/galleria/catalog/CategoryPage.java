package dev.galleria.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category's own page: its text, the way to it (without itself) and its children. */
public record CategoryPage(
        CategoryId id,
        String slug,
        String title,
        String description,
        @Nullable String imageKey,
        int productCount,
        List<Crumb> breadcrumb,
        List<CategoryNode> children) {}
