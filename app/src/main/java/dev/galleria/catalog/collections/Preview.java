package dev.galleria.catalog.collections;

import dev.galleria.catalog.ProductId;
import java.util.List;

/** What a rule would gather now: how many products, and the first of them. */
public record Preview(int total, List<ProductId> first) {}
