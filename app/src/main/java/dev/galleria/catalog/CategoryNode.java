package dev.galleria.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category in the tree with what lies under it; the count is of products that a shopper can see, children's included. */
public record CategoryNode(
        CategoryId id,
        String slug,
        String title,
        @Nullable String imageKey,
        int productCount,
        List<CategoryNode> children) {}
