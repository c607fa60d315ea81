package dev.galleria.search.merchandising;

import java.util.UUID;

/** A rule for one product. */
public record RuleId(UUID value) {}
