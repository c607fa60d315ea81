package dev.galleria.demodata;

/** A shopper with one address. */
record Customer(
        String email,
        String name,
        String locale,
        int registeredDaysAgo,
        String phone,
        String line1,
        String line2,
        String postalCode,
        String city,
        String region,
        String country) {}
