package dev.galleria.search.merchandising;

import java.util.UUID;

/** Words that lead to a page. */
public record RedirectId(UUID value) {}
