package dev.galleria.order.rest;

import dev.galleria.account.Address;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something is sent. The country is an ISO 3166-1 alpha-2 code. */
@Schema(name = "Address")
public record AddressBody(
        String name,
        @Nullable String company,
        String line1,
        @Nullable String line2,
        String postalCode,
        String city,
        @Nullable String region,
        String country,
        @Nullable String phone) {
    static AddressBody of(Address address) {
        return new AddressBody(
                address.name(),
                address.company(),
                address.line1(),
                address.line2(),
                address.postalCode(),
                address.city(),
                address.region(),
                address.country(),
                address.phone());
    }

    static @Nullable AddressBody orNull(@Nullable Address address) {
        return address == null ? null : of(address);
    }

    Address address() {
        return new Address(name, company, line1, line2, postalCode, city, region, country, phone);
    }
}
