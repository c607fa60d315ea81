package dev.galleria.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Ids;
import dev.galleria.platform.Money;
import dev.galleria.seller.SellerId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommissionTest {
    private static final SellerId SELLER = new SellerId(Ids.next());

    @Test
    void isTakenOfTheGoodsAlone() {
        var part = new Share(SELLER, eur(4000), eur(500), eur(855));
        var commission = Commission.of(part, 1250);
        assertThat(commission.fee()).isEqualTo(eur(500));
        assertThat(commission.share()).isEqualTo(eur(3500));
        assertThat(commission.explained())
                .isEqualTo(new Commission.Explained(SELLER.toString(), 1250, 4000, 500, 3500));
    }

    @Test
    void roundsHalfToEvenAndLeavesTheRestToTheSeller() {
        assertThat(Commission.of(goods(25), 1000).fee()).isEqualTo(eur(2));
        assertThat(Commission.of(goods(35), 1000).fee()).isEqualTo(eur(4));
        assertThat(Commission.of(goods(35), 1000).share()).isEqualTo(eur(31));
    }

    @Test
    void takesNothingAndEverything() {
        assertThat(Commission.of(goods(99), 0).share()).isEqualTo(eur(99));
        assertThat(Commission.of(goods(99), 10_000).share()).isEqualTo(eur(0));
        assertThatThrownBy(() -> Commission.of(goods(99), 10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void feeAndShareAreTheGoodsExactly() {
        var random = new Random(4);
        for (int i = 0; i < 100_000; i++) {
            for (var currency : List.of("JPY", "EUR", "KWD")) {
                var part = new Share(
                        SELLER,
                        Money.ofMinor(random.nextInt(10_000_000), currency),
                        Money.ofMinor(0, currency),
                        Money.ofMinor(0, currency));
                var commission = Commission.of(part, random.nextInt(10_001));
                assertThat(commission.fee().plus(commission.share())).isEqualTo(part.goods());
                assertThat(commission.share().minorUnits()).isNotNegative();
            }
        }
    }

    @Test
    void tellsGoodsShippingAndTaxApart() {
        // 119.00 with 19.00 tax in it, 11.90 of the 119.00 for shipping, of which 1.90 are tax
        assertThat(Share.of(SELLER, eur(11900), eur(1190), eur(190), eur(1900), true))
                .isEqualTo(new Share(SELLER, eur(9000), eur(1000), eur(1900)));
        assertThat(Share.of(SELLER, eur(11900), eur(1000), eur(190), eur(1900), false))
                .isEqualTo(new Share(SELLER, eur(9000), eur(1000), eur(1900)));
    }

    @Test
    void countsAGreaterDiscountThanTheGoodsAsOneOnTheShipping() {
        var share = Share.of(SELLER, eur(300), eur(500), eur(0), eur(0), true);
        assertThat(share).isEqualTo(new Share(SELLER, eur(0), eur(300), eur(0)));
    }

    private static Share goods(long minor) {
        return new Share(SELLER, eur(minor), eur(0), eur(0));
    }

    private static Money eur(long minor) {
        return Money.ofMinor(minor, "EUR");
    }
}
