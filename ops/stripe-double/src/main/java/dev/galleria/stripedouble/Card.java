package dev.galleria.stripedouble;

import java.util.Arrays;
import java.util.Optional;

/**
 * The test cards that the double knows, by number and by PaymentMethod id, as in <a
 * href="https://docs.stripe.com/testing">Stripe's list</a>. Numbers are never stored: only brand and last four digits.
 */
enum Card {
    VISA("4242424242424242", "pm_card_visa", "visa", Behavior.SUCCEEDS, null, null),
    MASTERCARD("5555555555554444", "pm_card_mastercard", "mastercard", Behavior.SUCCEEDS, null, null),
    AMEX("378282246310005", "pm_card_amex", "amex", Behavior.SUCCEEDS, null, null),
    DECLINED(
            "4000000000000002",
            "pm_card_visa_chargeDeclined",
            "visa",
            Behavior.DECLINES,
            "card_declined",
            "generic_decline"),
    INSUFFICIENT_FUNDS(
            "4000000000009995",
            "pm_card_visa_chargeDeclinedInsufficientFunds",
            "visa",
            Behavior.DECLINES,
            "card_declined",
            "insufficient_funds"),
    EXPIRED("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "visa", Behavior.DECLINES, "expired_card", null),
    WRONG_CVC(
            "4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", "visa", Behavior.DECLINES, "incorrect_cvc", null),
    AUTHENTICATION(
            "4000002500003155", "pm_card_authenticationRequired", "visa", Behavior.ASKS_TO_AUTHENTICATE, null, null);

    /** What the issuer does with a payment. */
    enum Behavior {
        SUCCEEDS,
        DECLINES,
        ASKS_TO_AUTHENTICATE
    }

    private final String number;
    private final String paymentMethod;
    private final String brand;
    private final Behavior behavior;
    private final String code;
    private final String declineCode;

    Card(String number, String paymentMethod, String brand, Behavior behavior, String code, String declineCode) {
        this.number = number;
        this.paymentMethod = paymentMethod;
        this.brand = brand;
        this.behavior = behavior;
        this.code = code;
        this.declineCode = declineCode;
    }

    /** By number, with or without blanks. */
    static Optional<Card> numbered(String text) {
        String digits = text.replaceAll("[ -]", "");
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    static Card byPaymentMethod(String id) {
        return Arrays.stream(values())
                .filter(card -> card.paymentMethod.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.notNow("resource_missing", "No such PaymentMethod: '" + id + "'", "payment_method"));
    }

    Behavior behavior() {
        return behavior;
    }

    String paymentMethod() {
        return paymentMethod;
    }

    String brand() {
        return brand;
    }

    String lastFour() {
        return number.substring(number.length() - 4);
    }

    String code() {
        return code;
    }

    String declineCode() {
        return declineCode;
    }

    /** What Stripe says about the decline. */
    String message() {
        return switch (this) {
            case INSUFFICIENT_FUNDS -> "Your card has insufficient funds.";
            case EXPIRED -> "Your card has expired.";
            case WRONG_CVC -> "Your card's security code is incorrect.";
            default -> "Your card was declined.";
        };
    }
}
