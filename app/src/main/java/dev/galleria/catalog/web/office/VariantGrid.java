package dev.galleria.catalog.web.office;

import dev.galleria.catalog.editing.Matrix;
import dev.galleria.catalog.editing.ProductDraft;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variants in the editor: a page of them at a time, columns filled at once, and the matrix that options make. */
public final class VariantGrid implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int SIZE = 25;
    private static final Set<String> OWN = Set.of("gtin", "weight");
    private static final Set<String> ASKED = Set.of("price", "list", "sale", "from", "until", "handling");

    private final ProductForm form;
    private int page;
    private @Nullable Made made;

    /** What the matrix would make, with the first of the new ones by name. */
    public record Made(int all, int fresh, int kept, int gone, List<String> examples) implements Serializable {}

    VariantGrid(ProductForm form) {
        this.form = form;
    }

    /** Those of this page. */
    public List<VariantForm> getRows() {
        var all = form.getVariants();
        return all.subList(Math.min(page * SIZE, all.size()), Math.min((page + 1) * SIZE, all.size()));
    }

    /** Where this page begins among all. */
    public int getOffset() {
        return page * SIZE;
    }

    public int getLast() {
        return getOffset() + getRows().size();
    }

    public int getCount() {
        return form.getVariants().size();
    }

    public boolean isPaged() {
        return getCount() > SIZE;
    }

    public boolean isFirst() {
        return page == 0;
    }

    public boolean isEnd() {
        return getLast() >= getCount();
    }

    public void previous() {
        page = Math.max(0, page - 1);
    }

    public void next() {
        page = Math.min(page + 1, Math.max(0, (getCount() - 1) / SIZE));
    }

    void show(int variant) {
        page = Math.max(0, Math.min(variant, getCount() - 1)) / SIZE;
    }

    /** The variant's choices as people read them. */
    public String name(VariantForm variant, String locale) {
        var names = new ArrayList<String>();
        for (var option : form.getOptions()) {
            var code = variant.getChoices().get(option.getCode());
            option.getValues().stream()
                    .filter(value -> value.getCode().equals(code))
                    .findFirst()
                    .ifPresent(value -> names.add(value.getLabels().getOrDefault(locale, value.getCode())));
        }
        return String.join(" · ", names);
    }

    /** Writes one value into a column of the chosen variants, or of all; a column that is none changes nothing. */
    int fill(String column, String value, boolean chosenOnly, String seller) {
        int filled = 0;
        for (var variant : form.getVariants()) {
            if (chosenOnly && !variant.isSelected()) {
                continue;
            }
            if (OWN.contains(column)) {
                variant.getFields().put(column, value);
                filled++;
            } else if (ASKED.contains(column)) {
                variant.offer(seller).put(column, value);
                filled++;
            }
        }
        return filled;
    }

    /** Compares what there is with what the options make; too many are a Problem (REFUSED). */
    void preview(List<ProductDraft.Option> options, String stem, String locale) {
        var before = form.getVariants().stream()
                .filter(variant -> !variant.isBlank())
                .toList();
        var after = matrix(options, stem);
        var known = new HashSet<VariantForm>(before);
        var kept = after.stream()
                .filter(variant -> known.contains(variant) || variant.isContinued())
                .toList();
        var examples = after.stream()
                .filter(variant -> !kept.contains(variant))
                .limit(6)
                .map(variant -> name(variant, locale))
                .toList();
        made = new Made(after.size(), after.size() - kept.size(), kept.size(), before.size() - kept.size(), examples);
    }

    void make(List<ProductDraft.Option> options, String stem) {
        form.variants(matrix(options, stem));
        page = 0;
        made = null;
    }

    public @Nullable Made getMade() {
        return made;
    }

    void forget() {
        made = null;
    }

    /**
     * Those that stay are the same objects, with new choices once they are made. New ones ask what the first asks, and one that is
     * still blank is as good as a new one: it gets a SKU with them.
     */
    private List<VariantForm> matrix(List<ProductDraft.Option> options, String stem) {
        var drafts = new ArrayList<ProductDraft.Variant>();
        var byMark = new HashMap<String, VariantForm>();
        for (int i = 0; i < form.getVariants().size(); i++) {
            var variant = form.getVariants().get(i);
            if (variant.isBlank()) {
                continue;
            }
            // The mark finds the form again behind the domain's own matching, whatever was typed as SKU.
            var mark = "#" + i;
            byMark.put(mark, variant);
            drafts.add(new ProductDraft.Variant(
                    null, Typed.text(variant.getFields(), "sku"), mark, variant.getChoices(), 0, null, null));
        }
        var first = form.getVariants().isEmpty() ? null : form.getVariants().get(0);
        return Matrix.of(options, drafts, stem).stream()
                .map(variant -> {
                    var known = variant.gtin() == null ? null : byMark.get(variant.gtin());
                    return known == null
                            ? fresh(variant, first)
                            : known.getChoices().equals(variant.choices()) ? known : known.with(variant.choices());
                })
                .toList();
    }

    private static VariantForm fresh(ProductDraft.Variant variant, @Nullable VariantForm like) {
        var form = new VariantForm(null, null, variant.choices());
        form.getFields().put("sku", variant.sku());
        if (like != null) {
            form.getFields().put("weight", Typed.text(like.getFields(), "weight"));
            Map<String, Map<String, String>> offers = like.offers();
            offers.forEach((seller, asked) -> form.offer(seller).putAll(new LinkedHashMap<>(asked)));
        }
        return form;
    }
}
