package dev.galleria.platform.rest;

import dev.galleria.platform.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount as it stands in JSON: {@code {"amount": "12.34", "currency": "EUR"}}. */
@Schema(name = "MoneyBody")
public record MoneyBody(String amount, String currency) {
    public static MoneyBody of(Money money) {
        return new MoneyBody(money.amount().toPlainString(), money.currency().getCurrencyCode());
    }

    public static @Nullable MoneyBody orNull(@Nullable Money money) {
        return money == null ? null : of(money);
    }
}
