package dev.galleria.pricing.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.GroupId;
import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class UnitPriceTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final GroupId TRADE = new GroupId(new UUID(0, 1));
    private static final GroupId STAFF = new GroupId(new UUID(0, 2));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void nobodyPaysMoreThanTheGeneralPriceOrLessThanNothing(
            @ForAll("lists") List<ListedPrice> lists,
            @ForAll @LongRange(min = 1, max = 100_000) long general,
            @ForAll @IntRange(min = 1, max = 99) int quantity) {
        var price = of(general, lists, TRADE, quantity);

        assertThat(price.price().minorUnits()).isBetween(1L, general);
        assertThat(price.reason() == null).isEqualTo(price.price().equals(eur(general)));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfTheListsDoesNotMatter(
            @ForAll("lists") List<ListedPrice> lists,
            @ForAll @IntRange(min = 1, max = 99) int quantity,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(lists);
        Collections.shuffle(shuffled, random);

        assertThat(of(5_000, shuffled, TRADE, quantity)).isEqualTo(of(5_000, lists, TRADE, quantity));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void withOneListMorePiecesNeverCostMoreEach(
            @ForAll("list") ListedPrice list,
            @ForAll @LongRange(min = 1, max = 100_000) long general,
            @ForAll @IntRange(min = 1, max = 98) int quantity) {
        // A percentage below the first tier may undercut the tier: then the tier is the merchant's word.
        var tiers = new ListedPrice(list.list(), list.name(), null, EUR, null, null, 0, 0, list.tiers());

        assertThat(of(general, List.of(tiers), null, quantity + 1).price().minorUnits())
                .isLessThanOrEqualTo(
                        of(general, List.of(tiers), null, quantity).price().minorUnits());
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void anotherGroupsListsAreAsIfTheyWereNotThere(
            @ForAll("lists") List<ListedPrice> lists, @ForAll @IntRange(min = 1, max = 99) int quantity) {
        var own = lists.stream()
                .filter(list -> list.group() == null || list.group().equals(STAFF))
                .toList();

        assertThat(of(5_000, lists, STAFF, quantity)).isEqualTo(of(5_000, own, STAFF, quantity));
        var everybodys = lists.stream().filter(list -> list.group() == null).toList();
        assertThat(of(5_000, lists, null, quantity)).isEqualTo(of(5_000, everybodys, null, quantity));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void theTableSaysWhatTheCartSays(@ForAll("lists") List<ListedPrice> lists) {
        var offer = new OfferId(new UUID(0, 9));
        var book = new PriceBook(Map.of(offer, lists), TRADE, Exchange.none(EUR), NOON);
        var steps = book.steps(offer, eur(5_000), 99);

        assertThat(steps.get(0).from()).isEqualTo(1);
        IntStream.rangeClosed(1, 99).forEach(quantity -> {
            var step = steps.stream()
                    .filter(one -> one.from() <= quantity)
                    .max(Comparator.comparingInt(PriceBook.Step::from));
            assertThat(step.orElseThrow().price().price())
                    .isEqualTo(book.price(offer, eur(5_000), quantity).price());
        });
    }

    @Example
    void theHighestPriorityDecidesEvenIfAnotherListIsLower() {
        var trade = list("Trade", TRADE, 10, 0, new Tier(1, 4_000), new Tier(10, 3_500));
        var clearance = list("Clearance", null, 5, 0, new Tier(1, 3_000));

        assertThat(of(5_000, List.of(clearance, trade), TRADE, 1))
                .isEqualTo(new UnitPrice(eur(4_000), eur(5_000), new UnitPrice.Reason("Trade", 1)));
        assertThat(of(5_000, List.of(clearance, trade), TRADE, 10).reason())
                .isEqualTo(new UnitPrice.Reason("Trade", 10));
        assertThat(of(5_000, List.of(clearance, trade), null, 10).reason())
                .isEqualTo(new UnitPrice.Reason("Clearance", 1));
    }

    @Example
    void aSaleBelowTheListsPriceApplies() {
        assertThat(of(3_900, List.of(list("Trade", TRADE, 10, 0, new Tier(1, 4_000))), TRADE, 1))
                .isEqualTo(new UnitPrice(eur(3_900), eur(3_900), null));
    }

    @Example
    void aPercentageAppliesWhereNoTierDoesAndIsRoundedHalfToEven() {
        var list = list("Trade", TRADE, 0, 1_000, new Tier(5, 800));

        assertThat(of(1_000, List.of(list), TRADE, 4).price()).isEqualTo(eur(900));
        assertThat(of(1_000, List.of(list), TRADE, 5).price()).isEqualTo(eur(800));
        assertThat(of(25, List.of(list("Half", null, 0, 5_000)), null, 1).price())
                .isEqualTo(eur(12));
        assertThat(of(1, List.of(list("All but all", null, 0, 9_900)), null, 1).price())
                .isEqualTo(eur(1));
    }

    @Example
    void aListAppliesFromItsFirstSecondToBeforeItsEnd() {
        var list = new ListedPrice(
                new PriceListId(new UUID(0, 7)),
                "Night",
                null,
                EUR,
                NOON,
                NOON.plusSeconds(60),
                0,
                0,
                List.of(new Tier(1, 1)));

        assertThat(at(list, NOON.minusSeconds(1))).isEqualTo(eur(100));
        assertThat(at(list, NOON)).isEqualTo(eur(1));
        assertThat(at(list, NOON.plusSeconds(59))).isEqualTo(eur(1));
        assertThat(at(list, NOON.plusSeconds(60))).isEqualTo(eur(100));
    }

    @Example
    void inAnotherCurrencyOnlyItsListsHavePrices() {
        var dollars = new ListedPrice(
                new PriceListId(new UUID(0, 8)), "US", null, USD, null, null, 0, 500, List.of(new Tier(1, 5_900)));

        assertThat(UnitPrice.of(eur(5_000), List.of(dollars), null, USD, 1, NOON))
                .contains(new UnitPrice(new Money(5_900, USD), null, new UnitPrice.Reason("US", 1)));
        assertThat(UnitPrice.of(eur(5_000), List.of(dollars), null, EUR, 1, NOON))
                .contains(new UnitPrice(eur(5_000), eur(5_000), null));
        assertThat(UnitPrice.of(eur(5_000), List.of(), null, USD, 1, NOON)).isEqualTo(Optional.empty());
    }

    @Example
    void tiersAscendAndDescend() {
        assertThat(codes(new Tier(1, 500), new Tier(10, 400), new Tier(99, 1))).isEmpty();
        assertThat(codes()).containsExactly("/tiers missing");
        assertThat(codes(new Tier(10, 500), new Tier(10, 400))).containsExactly("/tiers/1/minQuantity tiers-ascend");
        assertThat(codes(new Tier(10, 500), new Tier(5, 400))).containsExactly("/tiers/1/minQuantity tiers-ascend");
        assertThat(codes(new Tier(1, 500), new Tier(2, 500))).containsExactly("/tiers/1/price tiers-descend");
        assertThat(codes(new Tier(0, 0))).containsExactly("/tiers/0/minQuantity range", "/tiers/0/price price-range");
        assertThat(codes(new Tier(100, -1)))
                .containsExactly("/tiers/0/minQuantity range", "/tiers/0/price price-range");
        assertThat(codes(new Tier(1, Long.MAX_VALUE))).containsExactly("/tiers/0/price price-range");
    }

    @Provide
    Arbitrary<List<ListedPrice>> lists() {
        return list().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<ListedPrice> list() {
        var tiers = Arbitraries.integers().between(1, 99).set().ofMaxSize(4).flatMap(from -> Arbitraries.longs()
                .between(1, 100_000)
                .set()
                .ofSize(from.size())
                .map(prices -> {
                    var quantities = from.stream().sorted().toList();
                    var amounts =
                            prices.stream().sorted(Comparator.reverseOrder()).toList();
                    return IntStream.range(0, quantities.size())
                            .mapToObj(i -> new Tier(quantities.get(i), amounts.get(i)))
                            .toList();
                }));
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        Arbitraries.of(TRADE, STAFF).injectNull(0.4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(0, 0, 500, 3_333),
                        tiers,
                        Arbitraries.of(EUR, EUR, EUR, USD))
                .as((id, group, priority, percent, steps, currency) -> new ListedPrice(
                        new PriceListId(new UUID(1, id)),
                        "List " + id,
                        group,
                        currency,
                        null,
                        null,
                        priority,
                        percent,
                        steps));
    }

    private static List<String> codes(Tier... tiers) {
        return PriceCheck.faults(List.of(tiers)).stream()
                .map(fault -> fault.pointer() + ' ' + fault.code())
                .toList();
    }

    private static Money at(ListedPrice list, Instant moment) {
        return UnitPrice.of(eur(100), List.of(list), null, EUR, 1, moment)
                .orElseThrow()
                .price();
    }

    private static ListedPrice list(String name, @Nullable GroupId group, int priority, int percent, Tier... tiers) {
        return new ListedPrice(
                new PriceListId(new UUID(2, name.hashCode())),
                name,
                group,
                EUR,
                null,
                null,
                priority,
                percent,
                List.of(tiers));
    }

    private static UnitPrice of(long general, List<ListedPrice> lists, @Nullable GroupId group, int quantity) {
        return UnitPrice.of(eur(general), lists, group, EUR, quantity, NOON).orElseThrow();
    }

    private static Money eur(long minor) {
        return new Money(minor, EUR);
    }
}
