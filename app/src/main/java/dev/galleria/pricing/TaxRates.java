package dev.galleria.pricing;

import java.util.Map;

/** The rates of one place on one day, in parts per million, by tax class. A class without a rate is not taxed there. */
record TaxRates(Map<String, Integer> ppmByClass) {
    /** Shipping is a service of its own, taxed at this class's rate whatever is in the parcel. */
    static final String SHIPPING = "standard";

    int of(String taxClass) {
        return ppmByClass.getOrDefault(taxClass, 0);
    }
}
