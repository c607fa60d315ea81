package dev.galleria.demo;

import dev.galleria.account.AccountId;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.ListingQuery.Sort;
import dev.galleria.catalog.ProductDetails;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.collections.CollectionDraft;
import dev.galleria.catalog.collections.Collections;
import dev.galleria.catalog.collections.Condition;
import dev.galleria.catalog.collections.EditedCollection;
import dev.galleria.catalog.collections.Gathering;
import dev.galleria.catalog.collections.Rule;
import dev.galleria.catalog.collections.Saved;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.ProductDraft.Words;
import dev.galleria.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A marketplace's collections from {@code tenant.yaml}; those that are there already stay as they are. */
@ApplicationScoped
class DemoCollections {
    @Inject
    Collections collections;

    @Inject
    Gathering gathering;

    @Inject
    Catalog catalog;

    void load(MarketplaceFiles files) {
        var editor = new Editor(new AccountId(Ids.next()), null);
        var known = collections.list(editor).stream()
                .map(EditedCollection::content)
                .map(CollectionDraft::slug)
                .collect(Collectors.toSet());
        int position = 0;
        for (var wish : files.settings().maps("collections")) {
            position++;
            if (!known.contains(wish.text("slug"))
                    && collections.create(editor, draft(wish, position)) instanceof Saved.Invalid invalid) {
                throw new IllegalStateException(wish.text("slug") + ": " + invalid.faults());
            }
        }
        int left = position;
        while (left > 0 && gathering.refillNext()) {
            left--;
        }
        gathering.recount();
    }

    private CollectionDraft draft(Yaml wish, int position) {
        var descriptions = wish.texts("descriptions");
        var texts = new LinkedHashMap<String, Words>();
        wish.texts("titles")
                .forEach((locale, title) -> texts.put(locale, new Words(title, descriptions.getOrDefault(locale, ""))));
        return new CollectionDraft(
                wish.text("slug"),
                true,
                position,
                texts,
                wish.has("rule") ? Sort.of(wish.text("sort")) : Sort.FEATURED,
                rule(wish),
                wish.has("products") ? products(wish.words("products")) : null);
    }

    private static @Nullable Rule rule(Yaml wish) {
        return wish.has("rule")
                ? new Rule(
                        Rule.Match.valueOf(wish.text("match")),
                        wish.maps("rule").stream()
                                .map(one -> new Condition(
                                        Condition.Subject.valueOf(one.text("subject")),
                                        Condition.Comparison.valueOf(one.text("comparison")),
                                        one.has("values") ? one.words("values") : List.of()))
                                .toList())
                : null;
    }

    private List<ProductId> products(List<String> handles) {
        Map<String, ProductId> found = new LinkedHashMap<>();
        handles.forEach(handle ->
                catalog.product(handle, Locale.ENGLISH).map(ProductDetails::id).ifPresent(id -> found.put(handle, id)));
        return List.copyOf(found.values());
    }
}
