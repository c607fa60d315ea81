package dev.galleria.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.ProductDraft.Choice;
import dev.galleria.catalog.editing.ProductDraft.Option;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatrixTest {
    @Test
    void makesEveryCombinationTheLastOptionChangingFastest() {
        var variants = Matrix.of(List.of(option("color", "red", "blue"), option("size", "s", "m")), List.of(), "shirt");

        assertThat(variants)
                .extracting(Variant::sku)
                .containsExactly("SHIRT-RED-S", "SHIRT-RED-M", "SHIRT-BLUE-S", "SHIRT-BLUE-M");
        assertThat(variants.get(3).choices()).isEqualTo(Map.of("color", "blue", "size", "m"));
    }

    @Test
    void keepsVariantsThatAreThere() {
        var known = new Variant(new VariantId(Ids.next()), "OLD-1", null, Map.of("size", "m"), 250, null, null);

        var variants = Matrix.of(List.of(option("size", "s", "m", "l")), List.of(known), "shirt");

        assertThat(variants).hasSize(3);
        assertThat(variants.get(1)).isEqualTo(known);
    }

    @Test
    void givesTheFirstValueOfANewOptionToVariantsThatAreThere() {
        var known = new Variant(new VariantId(Ids.next()), "OLD-1", null, Map.of("size", "m"), 250, null, null);

        var variants =
                Matrix.of(List.of(option("size", "s", "m"), option("color", "red", "blue")), List.of(known), "shirt");

        var kept = variants.stream().filter(one -> one.id() != null).toList();
        assertThat(kept).hasSize(1);
        assertThat(kept.get(0).choices()).isEqualTo(Map.of("size", "m", "color", "red"));
        assertThat(kept.get(0).sku()).isEqualTo("OLD-1");
    }

    @Test
    void hasOneVariantWithoutOptions() {
        assertThat(Matrix.of(List.of(), List.of(), "cup")).singleElement().satisfies(one -> assertThat(one.sku())
                .isEqualTo("CUP"));
    }

    @Test
    void makesTwoThousandAndNotOneMore() {
        var ten = option("a", codes(10));
        var twenty = option("b", codes(20));

        assertThat(Matrix.of(List.of(ten, twenty, option("c", codes(10))), List.of(), "x"))
                .hasSize(2_000)
                .extracting(Variant::sku)
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> Matrix.of(List.of(ten, twenty, option("c", codes(11))), List.of(), "x"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("catalog/matrix-too-large"));
    }

    @Test
    void neverGivesASkuTwice() {
        var long1 = "a".repeat(59) + "1";
        var long2 = "a".repeat(59) + "2";

        assertThat(Matrix.of(List.of(option("o", long1, long2)), List.of(), "stem"))
                .extracting(Variant::sku)
                .doesNotHaveDuplicates()
                .allMatch(sku -> sku.length() <= 64);
    }

    private static String[] codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "v" + i).toArray(String[]::new);
    }

    private static Option option(String code, String... values) {
        return new Option(
                code,
                Map.of("en", code),
                List.of(values).stream()
                        .map(value -> new Choice(value, Map.of("en", value), null))
                        .toList());
    }
}
