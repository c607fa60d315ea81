package dev.galleria.catalog.web.office;

import com.ibm.icu.text.Transliterator;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.Matrix;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.Problem;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Options, variants and prices while they are worked on: everything but what is saved. */
public final class VariantBench implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ProductForm form;
    private final VariantGrid grid;
    private final String own;
    private final Map<String, String> fill = new LinkedHashMap<>();
    private String seller;
    private @Nullable String nextSeller;
    private @Nullable String problem;

    /**
     * @param seller whose prices are shown; empty for nobody's yet
     * @param own the marketplace's language
     */
    VariantBench(ProductForm form, String seller, String own) {
        this.form = form;
        this.seller = seller;
        this.own = own;
        nextSeller = seller;
        grid = new VariantGrid(form);
    }

    public VariantGrid getGrid() {
        return grid;
    }

    public void addOption() {
        if (form.getOptions().size() < Matrix.OPTIONS) {
            form.getOptions().add(new ProductForm.Option());
        }
        grid.forget();
    }

    public boolean isRoomForOption() {
        return form.getOptions().size() < Matrix.OPTIONS;
    }

    public void removeOption(ProductForm.Option option) {
        form.getOptions().remove(option);
        grid.forget();
    }

    /** Those typed with commas between; one that is there already is not there twice. */
    public void addValues(ProductForm.Option option) {
        add(option, own);
        grid.forget();
    }

    public void removeValue(ProductForm.Option option, ProductForm.Value value) {
        option.getValues().remove(value);
        grid.forget();
    }

    public void preview() {
        attempt(() -> grid.preview(named(), stem(), own));
    }

    public void make() {
        attempt(() -> grid.make(named(), stem()));
    }

    public void fillColumn() {
        if (seller.isEmpty() && !List.of("gtin", "weight").contains(Typed.text(fill, "column"))) {
            problem = "office.variant.sellerFirst";
            return;
        }
        problem = null;
        grid.fill(
                Typed.text(fill, "column"),
                Typed.text(fill, "value"),
                Typed.text(fill, "scope").equals("selected"),
                seller);
    }

    /** Shows the prices of the seller that was chosen. */
    public void switchSeller() {
        seller = nextSeller == null ? "" : nextSeller;
    }

    /** {@code column, value, scope}. */
    public Map<String, String> getFill() {
        return fill;
    }

    public String getSeller() {
        return seller;
    }

    public @Nullable String getNextSeller() {
        return nextSeller;
    }

    public void setNextSeller(@Nullable String nextSeller) {
        this.nextSeller = nextSeller;
    }

    /** The key of the text that says why nothing was made; null when something was. */
    public @Nullable String getProblem() {
        return problem;
    }

    /** Turns to the page of the first variant with a fault. */
    void show(List<Fault> faults) {
        faults.stream()
                .map(fault -> fault.pointer().split("/", -1))
                .filter(steps -> steps.length > 2 && steps[1].equals("variants"))
                .findFirst()
                .ifPresent(steps -> grid.show(Integer.parseInt(steps[2])));
    }

    private void attempt(Runnable work) {
        try {
            problem = null;
            work.run();
        } catch (Problem e) {
            problem = "problem." + e.code().replace('/', '.');
        }
    }

    /** The options with a code each, made of the label while there is none; without a name or value an option is no option yet. */
    private List<ProductDraft.Option> named() {
        for (var option : form.getOptions()) {
            if (option.getCode().isEmpty()) {
                option.code(code(Typed.text(option.getLabels(), own)));
            }
        }
        form.getOptions()
                .removeIf(option ->
                        option.getCode().isEmpty() && option.getValues().isEmpty());
        if (form.getOptions().stream()
                .anyMatch(option ->
                        option.getCode().isEmpty() || option.getValues().isEmpty())) {
            throw Problem.refused("catalog/option-incomplete", "without a name or values");
        }
        return form.getOptions().stream()
                .map(option -> new ProductDraft.Option(
                        option.getCode(),
                        option.getLabels(),
                        option.getValues().stream()
                                .map(value -> new ProductDraft.Choice(value.getCode(), value.getLabels(), null))
                                .toList()))
                .toList();
    }

    /** New SKUs begin like the address or the title. */
    private String stem() {
        return Stream.of(Typed.text(form.getFields(), "slug"), code(Typed.text(form.getTitles(), own)), "sku")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> text.length() <= 24 ? text : text.substring(0, 24).replaceAll("-+$", ""))
                .orElseThrow();
    }

    static void add(ProductForm.Option option, String own) {
        var more = option.getMore() == null ? "" : option.getMore();
        for (var label : more.split("[,;\n]")) {
            var code = code(label);
            boolean known = option.getValues().stream()
                    .anyMatch(value -> value.getCode().equals(code));
            if (!label.isBlank() && !known) {
                var value = new ProductForm.Value(code);
                value.getLabels().put(own, label.strip());
                option.getValues().add(value);
            }
        }
        option.setMore(null);
    }

    static String code(String label) {
        var plain = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()")
                .transliterate(label)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() <= 60 ? plain : plain.substring(0, 60).replaceAll("-+$", "");
    }
}
