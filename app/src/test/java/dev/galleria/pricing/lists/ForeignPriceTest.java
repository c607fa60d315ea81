package dev.galleria.pricing.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.GroupId;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.ShownPrice;
import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** Prices in a currency that is not the marketplace's own. */
class ForeignPriceTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency CHF = Currency.getInstance("CHF");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Exchange TO_CHF = new Exchange(EUR, CHF, new BigDecimal("0.9381"), Ending.NINETY_FIVE);
    private static final GroupId TRADE = new GroupId(new UUID(0, 1));

    @Example
    void withoutAListThePriceIsConverted() {
        assertThat(of(null, 1)).isEqualTo(new UnitPrice(chf(4_695), chf(4_695), null));
    }

    @Example
    void aFixedPriceWinsOverConversionHigherOrLower() {
        assertThat(of(null, 1, list("Swiss", CHF, null, 0, new Tier(1, 5_900))))
                .isEqualTo(new UnitPrice(chf(5_900), chf(5_900), null));
        assertThat(of(null, 1, list("Swiss", CHF, null, 0, new Tier(1, 3_900))).price())
                .isEqualTo(chf(3_900));
        assertThat(of(null, 1, list("States", USD, null, 0, new Tier(1, 100))).price())
                .isEqualTo(chf(4_695));
    }

    @Example
    void aListInTheCurrencySilencesThoseInTheMarketplacesOwn() {
        var trade = list("Trade", EUR, TRADE, 5_000);
        var swiss = list("Swiss", CHF, null, 0, new Tier(1, 4_900), new Tier(10, 4_400));

        assertThat(of(TRADE, 1, trade))
                .isEqualTo(new UnitPrice(chf(2_395), chf(4_695), new UnitPrice.Reason("Trade", 1)));
        assertThat(of(TRADE, 1, trade, swiss).price()).isEqualTo(chf(4_900));
        assertThat(of(TRADE, 10, trade, swiss))
                .isEqualTo(new UnitPrice(chf(4_400), chf(4_900), new UnitPrice.Reason("Swiss", 10)));
        assertThat(of(null, 1, trade).price()).isEqualTo(chf(4_695));
    }

    @Example
    void aGroupsPercentageInTheCurrencyIsOffTheFixedPrice() {
        var swiss = list("Swiss", CHF, null, 0, new Tier(1, 4_900));
        var trade = list("Trade CH", CHF, TRADE, 1_000);

        assertThat(of(TRADE, 1, swiss, trade).price()).isEqualTo(chf(4_410));
        assertThat(of(TRADE, 1, trade).price()).isEqualTo(chf(4_226));
        assertThat(of(null, 1, swiss, trade).price()).isEqualTo(chf(4_900));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.MIXIN)
    void cardsSayWhatTheProductsPageAndTheCartSay(
            @ForAll @LongRange(min = 1, max = 10_000_000) long general,
            @ForAll @LongRange(min = 1, max = 10_000_000) long fixed,
            @ForAll boolean known,
            @ForAll @IntRange(min = 1, max = 99) int quantity) {
        var offer = new OfferId(new UUID(0, 9));
        List<ListedPrice> lists = known ? List.of(list("Swiss", CHF, null, 0, new Tier(1, fixed))) : List.of();
        var book = new PriceBook(Map.of(offer, lists), null, TO_CHF, NOON);
        var onCard = new ShownPrice(eur(general), null, null)
                .in(TO_CHF, UnitPrice.fixed(lists, CHF, NOON).orElse(null));

        assertThat(book.price(offer, eur(general), quantity).price()).isEqualTo(onCard.price());
        assertThat(book.steps(offer, eur(general), 99)).hasSize(1);
    }

    @Example
    void whatAPriceIsComparedWithIsConvertedToo() {
        var reduced = new ShownPrice(eur(4_000), eur(5_000), eur(3_900));

        assertThat(reduced.in(TO_CHF, null)).isEqualTo(new ShownPrice(chf(3_795), chf(4_695), chf(3_695)));
        assertThat(reduced.in(TO_CHF, chf(3_000))).isEqualTo(new ShownPrice(chf(3_000), null, null));
        assertThat(reduced.in(Exchange.none(EUR), null)).isEqualTo(reduced);
        var hardly = new ShownPrice(eur(4_999), eur(5_000), null);
        assertThat(hardly.in(TO_CHF, null)).isEqualTo(new ShownPrice(chf(4_695), null, null));
    }

    private static UnitPrice of(@Nullable GroupId group, int quantity, ListedPrice... lists) {
        return UnitPrice.of(
                new ShownPrice(eur(5_000), null, null), Arrays.asList(lists), group, TO_CHF, quantity, NOON);
    }

    private static ListedPrice list(
            String name, Currency currency, @Nullable GroupId group, int percent, Tier... tiers) {
        var id = new PriceListId(new UUID(2, name.hashCode()));
        return new ListedPrice(id, name, group, currency, null, null, 0, percent, List.of(tiers));
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }

    private static Money chf(long minor) {
        return new Money(minor, CHF);
    }
}
