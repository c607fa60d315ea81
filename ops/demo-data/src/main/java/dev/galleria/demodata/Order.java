package dev.galleria.demodata;

import java.util.List;

/** A past purchase; amounts in minor units. */
record Order(
        String ref,
        int daysAgo,
        int minuteOfDay,
        Customer customer,
        String state,
        String paymentMethod,
        String shippingMethod,
        long shippingPrice,
        List<Line> lines) {

    record Line(Offer offer, int quantity) {}
}
