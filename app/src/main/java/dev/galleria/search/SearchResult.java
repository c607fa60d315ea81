package dev.galleria.search;

import dev.galleria.catalog.Listing;

/** One page of what was found. Reduced: the index could not be asked and the database's plain listing is shown instead. */
public record SearchResult(Listing listing, Facets facets, boolean reduced) {}
