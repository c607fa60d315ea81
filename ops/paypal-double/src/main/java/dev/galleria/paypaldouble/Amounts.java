package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;

/** Amounts as PayPal writes them, and which it takes (developer.paypal.com/api/rest/reference/currency-codes). */
final class Amounts {
    private static final Set<String> KNOWN = Set.of(
            "AUD", "BRL", "CAD", "CNY", "CZK", "DKK", "EUR", "HKD", "HUF", "ILS", "JPY", "MYR", "MXN", "TWD", "NZD",
            "NOK", "PHP", "PLN", "GBP", "SGD", "SEK", "CHF", "THB", "USD");
    private static final Set<String> WHOLE = Set.of("HUF", "JPY", "TWD");
    private static final Pattern VALUE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,2})?");

    private Amounts() {}

    /** The value of a well-formed amount; anything else is refused as PayPal does. */
    static BigDecimal read(JsonNode amount) {
        String currency = amount.path("currency_code").asText("");
        String value = amount.path("value").asText("");
        if (!KNOWN.contains(currency)) {
            throw Refusal.unprocessable("CURRENCY_NOT_SUPPORTED", "Currency code is not currently supported.");
        }
        if (!VALUE.matcher(value).matches()) {
            throw Refusal.invalid("INVALID_PARAMETER_SYNTAX", "The value of a field does not conform: " + value);
        }
        if (WHOLE.contains(currency) && value.contains(".")) {
            throw Refusal.unprocessable("DECIMALS_NOT_SUPPORTED", "Currency does not support decimals.");
        }
        return new BigDecimal(value);
    }

    static ObjectNode write(String currency, BigDecimal value) {
        return Json.object()
                .put("currency_code", currency)
                .put(
                        "value",
                        value.setScale(WHOLE.contains(currency) ? 0 : 2, java.math.RoundingMode.UNNECESSARY)
                                .toPlainString());
    }

    static void requirePositive(BigDecimal value) {
        if (value.signum() <= 0) {
            throw Refusal.unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE", "Must be greater than zero.");
        }
    }
}
