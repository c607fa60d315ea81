package dev.galleria.search;

import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.mapper.pojo.bridge.PropertyBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.PropertyBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.PropertyBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.PropertyBridgeWriteContext;

/** Words separated by blanks, each a value of one field. */
final class WordList implements PropertyBridge<String> {
    private final IndexFieldReference<String> field;

    private WordList(IndexFieldReference<String> field) {
        this.field = field;
    }

    @Override
    public void write(DocumentElement target, String words, PropertyBridgeWriteContext context) {
        if (words != null && !words.isBlank()) {
            for (var word : words.split(" ")) {
                target.addValue(field, word);
            }
        }
    }

    /** The ids of all categories that a product is in, from the root down. */
    public static final class Categories implements PropertyBinder {
        @Override
        public void bind(PropertyBindingContext context) {
            context.dependencies().useRootOnly();
            var type = context.typeFactory().asString().aggregable(Aggregable.YES);
            context.bridge(
                    String.class,
                    new WordList(context.indexSchemaElement()
                            .field("category", type)
                            .multiValued()
                            .toReference()));
        }
    }

    /** The codes that a product can be found by exactly. */
    public static final class Skus implements PropertyBinder {
        @Override
        public void bind(PropertyBindingContext context) {
            context.dependencies().useRootOnly();
            var type = context.typeFactory().asString().normalizer(Analyzers.CODE);
            context.bridge(
                    String.class,
                    new WordList(context.indexSchemaElement()
                            .field("sku", type)
                            .multiValued()
                            .toReference()));
        }
    }
}
