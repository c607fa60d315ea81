package dev.galleria.catalog.rest;

import dev.galleria.catalog.collections.EditedCollection;
import dev.galleria.catalog.collections.Rule;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.rest.PublicId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A collection as its editor reads it; sent back as it is, it changes nothing. */
@Schema(name = "CollectionBody")
public record CollectionBody(
        String id,
        String createdAt,
        String changedAt,
        @Nullable String slug,
        boolean published,
        int position,
        Map<String, ProductDraft.Words> texts,
        String sort,
        @Nullable Rule rule,
        @Nullable List<String> products) {

    static CollectionBody of(EditedCollection collection) {
        var content = collection.content();
        return new CollectionBody(
                PublicId.of(collection.id()),
                collection.createdAt().toString(),
                collection.changedAt().toString(),
                content.slug(),
                content.published(),
                content.position(),
                content.texts(),
                content.sort().name(),
                content.rule(),
                content.products() == null
                        ? null
                        : content.products().stream().map(PublicId::of).toList());
    }
}
