package dev.galleria.search;

import java.time.Instant;
import java.util.UUID;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.PropertyBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.PropertyBinding;
import org.jspecify.annotations.Nullable;

/** A row of the view {@code product_document}, read by Hibernate and indexed by Hibernate Search. Mapped in search-orm.xml. */
@Indexed(index = "products")
class ProductDocument {
    @DocumentId
    UUID productId;

    @PropertyBinding(binder = @PropertyBinderRef(type = LocalizedText.Titles.class))
    String titles;

    @PropertyBinding(binder = @PropertyBinderRef(type = LocalizedText.Descriptions.class))
    String descriptions;

    @KeywordField(aggregable = Aggregable.YES)
    @Nullable
    String brandSlug;

    @FullTextField(analyzer = Analyzers.NAME)
    @Nullable
    String brandName;

    @PropertyBinding(binder = @PropertyBinderRef(type = WordList.Categories.class))
    String categories;

    @KeywordField
    String sellers;

    @PropertyBinding(binder = @PropertyBinderRef(type = WordList.Skus.class))
    String skus;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES)
    long priceMinor;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES)
    int rating;

    @GenericField(aggregable = Aggregable.YES)
    boolean inStock;

    @GenericField(sortable = Sortable.YES)
    int sold;

    @GenericField(sortable = Sortable.YES)
    Instant publishedAt;

    protected ProductDocument() {} // for Hibernate
}
