package dev.galleria.pricing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be priced: lines of one currency going to one place.
 *
 * @param country ISO 3166-1 alpha-2, decides the tax rates
 * @param region the part of ISO 3166-2 after the dash, where rates differ by it
 * @param parcels one for each seller that has a line
 * @param deductions what promotions take off, in the order in which they were applied
 */
public record PriceRequest(
        String country,
        @Nullable String region,
        List<PriceLine> lines,
        List<ParcelShipping> parcels,
        List<Deduction> deductions) {

    /** Without promotions. */
    public PriceRequest(String country, @Nullable String region, List<PriceLine> lines, List<ParcelShipping> parcels) {
        this(country, region, lines, parcels, List.of());
    }
}
