package dev.galleria.search.merchandising;

import java.util.UUID;

/** A group of synonyms. */
public record SynonymId(UUID value) {}
