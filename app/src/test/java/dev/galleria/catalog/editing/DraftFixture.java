package dev.galleria.catalog.editing;

import dev.galleria.catalog.editing.ProductDraft.Option;
import dev.galleria.catalog.editing.ProductDraft.Value;
import dev.galleria.catalog.editing.ProductDraft.Variant;
import dev.galleria.catalog.editing.ProductDraft.Words;
import java.util.List;
import java.util.Map;

/** A cup of one size, as an editor would write it; each part can be replaced. */
final class DraftFixture {
    private Map<String, Words> texts = Map.of("en", new Words("Cup", "Holds tea."));
    private String category = "kitchen";
    private List<String> tags = List.of();
    private String taxClass = "standard";
    private List<Value> attributes = List.of();
    private List<Option> options = List.of();
    private List<Variant> variants = List.of(new Variant(null, "CUP", null, Map.of(), 300, null, null));

    DraftFixture texts(Map<String, Words> other) {
        texts = other;
        return this;
    }

    DraftFixture category(String other) {
        category = other;
        return this;
    }

    DraftFixture tags(List<String> other) {
        tags = other;
        return this;
    }

    DraftFixture taxClass(String other) {
        taxClass = other;
        return this;
    }

    DraftFixture attributes(List<Value> other) {
        attributes = other;
        return this;
    }

    DraftFixture options(List<Option> other) {
        options = other;
        return this;
    }

    DraftFixture variants(List<Variant> other) {
        variants = other;
        return this;
    }

    ProductDraft build() {
        return new ProductDraft(
                null,
                null,
                null,
                texts,
                category,
                null,
                null,
                tags,
                taxClass,
                attributes,
                options,
                variants,
                List.of());
    }
}
