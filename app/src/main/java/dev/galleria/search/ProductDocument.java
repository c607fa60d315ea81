package dev.galleria.search;

import java.time.Instant;
import java.util.UUID;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * A row of the view {@code product_document}, read by Hibernate and indexed by Hibernate Search. Mapped in search-orm.xml.
 * What has no annotation is turned into fields by {@link ProductFields}.
 */
@Indexed(index = "products")
@TypeBinding(binder = @TypeBinderRef(type = ProductFields.class))
class ProductDocument {
    @DocumentId
    UUID productId;

    String titles;
    String descriptions;

    @Nullable
    String more;

    @KeywordField(aggregable = Aggregable.YES)
    @Nullable
    String brandSlug;

    @FullTextField(analyzer = Analyzers.NAME)
    @Nullable
    String brandName;

    String categories;
    String sellers;

    @Nullable
    String collections;

    @FullTextField(analyzer = Analyzers.NAME)
    @Nullable
    String sellerNames;

    @Nullable
    String variants;

    String facts;

    @FullTextField(analyzer = Analyzers.NAME)
    String tags;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES)
    long priceMinor;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES, projectable = Projectable.YES)
    int rating;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    int ratingCount;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    int sellerRating;

    @GenericField(sortable = Sortable.YES, aggregable = Aggregable.YES, projectable = Projectable.YES)
    boolean inStock;

    @GenericField(sortable = Sortable.YES)
    int sold;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    int soldLately;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    int clicked;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    long seen;

    @GenericField(sortable = Sortable.YES, projectable = Projectable.YES)
    Instant publishedAt;

    protected ProductDocument() {} // for Hibernate
}
