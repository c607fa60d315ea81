package dev.galleria.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromotionQuoteTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final SellerId SELLER = new SellerId(new UUID(1, 1));

    @Test
    void whatPromotionsTakeOffIsToldAndKept() {
        var off = new Deduction(
                new UUID(2, 2),
                "Autumn",
                new UUID(3, 3),
                List.of(new Deduction.OffLine(1, euro(250))),
                List.of(new Deduction.OffParcel(SELLER, euro(490))));
        var line = new PriceLine(1, SELLER, "Vase", euro(1000), 1, euro(0), "standard");
        var request = new PriceRequest(
                "DE", null, List.of(line), List.of(new ParcelShipping(SELLER, euro(490))), List.of(off));

        var quote = PriceFormula.price(request, EURO, true, new TaxRates(Map.of("standard", 190_000)));

        assertThat(quote.total()).isEqualTo(euro(750));
        assertThat(quote.discount()).isEqualTo(euro(250));
        assertThat(quote.shipping()).isEqualTo(euro(0));
        assertThat(quote.tax()).isEqualTo(euro(120));
        assertThat(quote.explanation()).contains(new Step(Step.Kind.PROMOTION, "Autumn", 1, euro(740), euro(740)));
        assertThat(Json.read(Json.write(quote), Quote.class)).isEqualTo(quote);
        var before = Json.write(quote).replace("\"deductions\"", "\"unknown\"");
        assertThat(Json.read(before, Quote.class).deductions()).isEmpty();
    }

    private static Money euro(long minor) {
        return new Money(minor, EURO);
    }
}
