package dev.galleria.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.catalog.ListingQuery;
import dev.galleria.platform.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankTest {
    private final TestIndex index = new TestIndex();

    /** What is better in that respect than a product that nothing is known of. */
    private static Consumer<ProductDocument> better(Factor factor) {
        return switch (factor) {
            case TEXT -> product -> product.descriptions = "{\"en\":\"Lamp, lamp, lamp\"}";
            case RATING ->
                product -> {
                    product.rating = 480;
                    product.ratingCount = 40;
                };
            case REVIEWS -> product -> product.ratingCount = 400;
            case SELLER -> product -> product.sellerRating = 490;
            case AVAILABILITY -> product -> product.inStock = true;
            case RECENCY -> product -> product.publishedAt = TestIndex.NOW;
            case SALES -> product -> product.soldLately = 80;
            case CLICKS ->
                product -> {
                    product.clicked = 60;
                    product.seen = 200_000;
                };
        };
    }

    private ProductDocument lamp(Consumer<ProductDocument> more) {
        return index.product("Lamp", product -> {
            product.inStock = false;
            product.publishedAt = TestIndex.NOW.minus(Duration.ofDays(400));
            more.accept(product);
        });
    }

    private static Weights only(Factor factor, int weight) {
        var weights = new EnumMap<Factor, Integer>(Factor.class);
        Arrays.stream(Factor.values()).forEach(one -> weights.put(one, 0));
        weights.put(factor, weight);
        return new Weights(weights);
    }

    @ParameterizedTest
    @EnumSource
    void everyFactorRaisesWhatIsBetterByIt(Factor factor) {
        var plain = lamp(product -> {});
        var better = lamp(better(factor));
        index.weights = only(factor, 50);
        index.add(plain, better);

        assertThat(index.find("lamp")).containsExactly(better.productId, plain.productId);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATING", "SELLER", "AVAILABILITY", "RECENCY", "SALES", "CLICKS"})
    void aFactorWithoutWeightDoesNot(Factor factor) {
        var fitting = lamp(better(Factor.TEXT));
        var better = lamp(better(factor));
        index.weights = only(Factor.TEXT, 50);
        index.add(better, fitting);

        assertThat(index.find("lamp")).containsExactly(fitting.productId, better.productId);
    }

    @Test
    void aMuchBetterTextIsBetterThanMuchSold() {
        for (int i = 0; i < 40; i++) {
            index.add(index.product("Chair " + i));
        }
        var aside = index.product("Table", product -> {
            product.descriptions = "{\"en\":\"Goes well with a lamp\"}";
            product.soldLately = 300;
        });
        var meant = index.product("Lamp");
        index.add(aside, meant);

        assertThat(index.find("lamp")).containsExactly(meant.productId, aside.productId);
    }

    @Test
    void theReasonsAddUpToTheScore() {
        index.add(lamp(better(Factor.RATING)), lamp(better(Factor.SALES)));
        var reasons = new Reasons();
        reasons.unit = index.unit;
        reasons.hits = index.hits;
        reasons.ranking = index.hits.ranking;
        reasons.clock = index.hits.clock;

        var filter = index.filter("lamp", ListingQuery.all());
        var found = index.in(() -> reasons.of(filter));

        assertThat(found).hasSize(2).allSatisfy(reason -> {
            assertThat(reason.tenths().values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(reason.total());
            assertThat(reason.tenths().get(Factor.TEXT)).isPositive();
        });
        assertThat(found.get(0).total()).isGreaterThanOrEqualTo(found.get(1).total());
    }

    @ParameterizedTest
    @EnumSource
    void everyFactorStaysBetweenNothingAndAll(Factor factor) {
        for (var merits : new Merits[] {
            new Merits(0, 0, 0, false, 0, 0, 0, 0),
            new Merits(500, 1_000_000, 500, true, -5, 1_000_000, 1_000_000, 0),
            new Merits(100, 1_000_000, 100, false, Long.MAX_VALUE / 2, 0, 0, Long.MAX_VALUE / 2)
        }) {
            for (double text : new double[] {0, 3, 1e9}) {
                assertThat(merits.of(factor, text)).isBetween(0d, 1d);
            }
        }
    }

    @Test
    void aWeightOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Weights(Map.of(Factor.TEXT, 101))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Weights(Map.of(Factor.CLICKS, -1))).isInstanceOf(Problem.class);
        assertThat(Weights.usual().of(Factor.TEXT)).isEqualTo(Factor.TEXT.usual());
    }
}
