package dev.galleria.payment;

import java.util.List;

/** What the gateway's page shows and where it leads, as stored with the payment. Amounts are minor units of one unit. */
public record Display(
        String description, List<Item> items, String email, String language, String successUrl, String cancelUrl) {

    /** One line. */
    public record Item(String label, int quantity, long unitMinor) {}

    static Display of(BeginPayment wish) {
        return new Display(
                wish.description(),
                wish.lines().stream()
                        .map(line -> new Item(
                                line.label(), line.quantity(), line.unit().minorUnits()))
                        .toList(),
                wish.email(),
                wish.locale().getLanguage(),
                wish.successUrl(),
                wish.cancelUrl());
    }
}
