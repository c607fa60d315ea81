package dev.galleria.catalog;

import java.util.List;

/** One page of a listing. Pages count from 1; an empty listing has one empty page. */
public record Listing(List<ProductSummary> products, int total, int page, int pages) {

    /** Whether a later page has products. */
    public boolean more() {
        return page < pages;
    }
}
