package dev.galleria.demodata;

import java.util.List;

/** One seller's terms for a variant; amounts in minor units, 0 where there is none; stock per warehouse. */
record Offer(
        String sku,
        String seller,
        long price,
        long listPrice,
        long salePrice,
        int saleFromDays,
        int saleToDays,
        int handlingDays,
        List<Integer> stock,
        int popularity) {}
