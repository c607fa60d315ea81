package dev.galleria.search.merchandising;

/** Words, in their plain form, that lead to a page of the same marketplace, whose path has no language in front. */
public record Redirect(RedirectId id, int version, String query, String path) {}
