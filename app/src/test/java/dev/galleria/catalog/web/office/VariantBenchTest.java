package dev.galleria.catalog.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.editing.Fault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantBenchTest {
    private final ProductForm form = FormWriter.empty();
    private final VariantBench bench = new VariantBench(form, "anna", "en");

    @Test
    void makesAVariantOfEachCombinationAndKeepsTheOneThatIsThere() {
        var before = form.getVariants().get(0);
        before.getFields().put("sku", "FIRST");
        before.offer("anna").put("price", "20.00");
        option(0, "Color", "Navy, Sand; navy");
        option(1, "Size", "S, M, L");

        bench.preview();
        assertThat(bench.getGrid().getMade().all()).isEqualTo(6);
        assertThat(bench.getGrid().getMade().fresh()).isEqualTo(5);
        assertThat(bench.getGrid().getMade().gone()).isZero();
        assertThat(form.getVariants()).containsExactly(before);

        bench.make();
        assertThat(form.getVariants()).hasSize(6);
        assertThat(form.getVariants().get(0).getFields()).containsEntry("sku", "FIRST");
        assertThat(form.getVariants())
                .extracting(one -> one.offer("anna").get("price"))
                .containsOnly("20.00");
        assertThat(bench.getGrid().name(form.getVariants().get(5), "en")).isEqualTo("Sand · L");
    }

    @Test
    void makesAllOfThemNewWhileTheFirstIsBlank() {
        form.getVariants().get(0).offer("anna").put("price", "20.00");
        option(0, "Size", "S, M");

        bench.preview();
        assertThat(bench.getGrid().getMade().fresh()).isEqualTo(2);
        assertThat(bench.getGrid().getMade().gone()).isZero();
        bench.make();

        assertThat(form.getVariants())
                .extracting(one -> one.getFields().get("sku"))
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(form.getVariants())
                .extracting(one -> one.offer("anna").get("price"))
                .containsOnly("20.00");
    }

    @Test
    void showsTwentyFiveOfTwoThousand() {
        numbers(0, "Number", 2_000);
        bench.make();

        assertThat(bench.getProblem()).isNull();
        assertThat(form.getVariants()).hasSize(2_000);
        assertThat(bench.getGrid().getRows()).hasSize(25);
        bench.show(List.of(new Fault("/variants/1999/sku", "missing", List.of())));
        assertThat(bench.getGrid().getOffset()).isEqualTo(1_975);
        assertThat(bench.getGrid().isEnd()).isTrue();
        bench.getGrid().next();
        assertThat(bench.getGrid().getRows()).hasSize(25);
    }

    @Test
    void refusesMoreAndOptionsWithoutValues() {
        numbers(0, "Number", 2_001);
        bench.make();
        assertThat(bench.getProblem()).isEqualTo("problem.catalog.matrix-too-large");
        assertThat(form.getVariants()).hasSize(1);

        form.getOptions().get(0).getValues().clear();
        bench.preview();
        assertThat(bench.getProblem()).isEqualTo("problem.catalog.option-incomplete");
    }

    @Test
    void fillsAColumnOfAllOrOfTheChosen() {
        option(0, "Size", "S, M, L");
        bench.make();
        fill("price", "9.90", "all");
        assertThat(form.getVariants())
                .extracting(one -> one.offer("anna").get("price"))
                .containsOnly("9.90");

        form.getVariants().get(1).setSelected(true);
        fill("weight", "250", "selected");
        assertThat(form.getVariants())
                .extracting(one -> Typed.text(one.getFields(), "weight"))
                .containsExactly("", "250", "");

        fill("id", "x", "all");
        assertThat(form.getVariants().get(0).getFields()).doesNotContainKey("id");
    }

    private void fill(String column, String value, String scope) {
        bench.getFill().put("column", column);
        bench.getFill().put("value", value);
        bench.getFill().put("scope", scope);
        bench.fillColumn();
    }

    private void numbers(int index, String name, int count) {
        option(
                index,
                name,
                IntStream.range(0, count).mapToObj(number -> "n" + number).collect(Collectors.joining(",")));
    }

    private void option(int index, String name, String values) {
        bench.addOption();
        var option = form.getOptions().get(index);
        option.getLabels().put("en", name);
        option.setMore(values);
        bench.addValues(option);
    }
}
