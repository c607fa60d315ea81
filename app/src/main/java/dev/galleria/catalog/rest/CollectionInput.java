package dev.galleria.catalog.rest;

import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.collections.CollectionDraft;
import dev.galleria.catalog.collections.Condition;
import dev.galleria.catalog.collections.Rule;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.rest.ReadOnly;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collection as a client writes it: with a rule, or with products in their order; see {@link CollectionDraft}. */
@ReadOnly({"id", "createdAt", "changedAt"})
public record CollectionInput(
        @Nullable String slug,
        @Nullable Boolean published,
        @Nullable Integer position,
        Map<String, ProductInput.Text> texts,
        @Nullable Sort sort,
        @Nullable Gathered rule,
        @Schema(type = SchemaType.ARRAY, implementation = String.class) @Nullable List<ProductId> products) {

    /** All or any of the conditions. */
    @Schema(name = "CollectionRule")
    public record Gathered(Rule.Match match, List<Asked> conditions) {}

    /** Values are slugs, codes, tags, one amount in major units, or one number of days. */
    @Schema(name = "CollectionCondition")
    public record Asked(Condition.Subject subject, Condition.Comparison comparison, @Nullable List<String> values) {}

    CollectionDraft draft() {
        var words = new LinkedHashMap<String, ProductDraft.Words>();
        texts.forEach((locale, text) -> words.put(
                locale, new ProductDraft.Words(text.title(), Objects.requireNonNullElse(text.description(), ""))));
        return new CollectionDraft(
                slug,
                Boolean.TRUE.equals(published),
                Objects.requireNonNullElse(position, 100),
                words,
                Objects.requireNonNullElse(sort, rule == null ? Sort.FEATURED : Sort.BEST_SELLING),
                rule == null
                        ? null
                        : new Rule(
                                rule.match(),
                                rule.conditions().stream()
                                        .map(one -> new Condition(
                                                one.subject(),
                                                one.comparison(),
                                                Objects.requireNonNullElse(one.values(), List.of())))
                                        .toList()),
                products);
    }
}
