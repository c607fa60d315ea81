package dev.galleria.order;

import dev.galleria.platform.Problem;
import java.util.regex.Pattern;

/**
 * The wish to pay.
 *
 * @param gateway one of those that the shop offers
 * @param seal of the deal that the buyer saw
 * @param formKey made for one showing of the form: sent again it gets the same answer, never a second payment
 * @param clientAddress who asks, for the limit on stock held by one address
 */
public record PayRequest(String gateway, String seal, String formKey, String clientAddress, PayPages pages) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** A key that no form has been given is a Problem (INVALID). */
    public PayRequest {
        if (!KEY.matcher(formKey).matches()) {
            throw Problem.invalid("checkout/form-key", "not one of a form");
        }
    }
}
