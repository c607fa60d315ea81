package dev.galleria.pricing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate from a day on, until the next one of the same place and class. A region's rate replaces its country's.
 *
 * @param ratePpm parts per million: 19 % is 190000
 */
public record TaxRate(String country, @Nullable String region, String taxClass, int ratePpm, LocalDate validFrom) {}
