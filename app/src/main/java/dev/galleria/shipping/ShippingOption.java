package dev.galleria.shipping;

import dev.galleria.platform.Money;

/** A method offered for one parcel. The price is nothing from the method's threshold on; days are working days. */
public record ShippingOption(String code, String label, Money price, int minDays, int maxDays) {}
