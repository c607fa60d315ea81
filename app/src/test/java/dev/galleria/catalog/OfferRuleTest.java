package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfferRuleTest {
    @Test
    void whatIsInStockComesBeforeWhatIsCheaper() {
        assertOrder(offer(1, 2000, 300, true), offer(2, 1000, 500, false));
    }

    @Test
    void theLowestPriceComesBeforeTheBetterSeller() {
        assertOrder(offer(2, 999, 300, true), offer(1, 1000, 500, true));
    }

    @Test
    void theBetterRatedSellerWinsAtTheSamePrice() {
        assertOrder(offer(2, 1000, 480, true), offer(1, 1000, 450, true), offer(3, 1000, 0, true));
    }

    @Test
    void theOlderOfferWinsWhenEverythingElseIsEqual() {
        assertOrder(offer(1, 1000, 450, true), offer(0xF000, 1000, 450, true));
    }

    private static void assertOrder(ProductDetails.Offer... bestFirst) {
        var shuffled = new ArrayList<>(List.of(bestFirst));
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(OfferRule.BEST_FIRST);
        assertThat(shuffled).containsExactly(bestFirst);
    }

    private static ProductDetails.Offer offer(int id, long price, int rating, boolean inStock) {
        return new ProductDetails.Offer(
                new OfferId(UUID.fromString("%08x-0000-7000-8000-000000000000".formatted(id << 16))),
                new SellerId(new UUID(0, id)),
                "seller-" + id,
                "Seller " + id,
                rating,
                10,
                Money.ofMinor(price, "EUR"),
                null,
                null,
                null,
                1,
                inStock);
    }
}
