package dev.galleria.pricing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rates of one place on one day, in parts per million, by tax class. A class without a rate is not taxed there. */
record TaxRates(Map<String, Integer> ppmByClass) {
    /** Shipping is a service of its own, taxed at this class's rate whatever is in the parcel. */
    static final String SHIPPING = "standard";

    /** Of all rates those that hold: a region's before its country's, the newest that has begun. */
    static TaxRates at(List<TaxRate> all, String country, @Nullable String region, LocalDate day) {
        var ppm = new HashMap<String, Integer>();
        all.stream()
                .filter(rate -> rate.country().equals(country)
                        && (rate.region() == null || rate.region().equals(region))
                        && !rate.validFrom().isAfter(day))
                .sorted(Comparator.comparing((TaxRate rate) -> rate.region() != null)
                        .thenComparing(TaxRate::validFrom))
                .forEach(rate -> ppm.put(rate.taxClass(), rate.ratePpm()));
        return new TaxRates(ppm);
    }

    int of(String taxClass) {
        return ppmByClass.getOrDefault(taxClass, 0);
    }
}
