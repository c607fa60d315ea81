package dev.galleria.search;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.IndexObjectFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.ObjectStructure;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;

/**
 * The fields that are made of a product's texts, codes, facts and variants. A variant is a document inside the product's, so
 * that choices are looked for within one variant; only those that can be delivered are kept.
 */
public final class ProductFields implements TypeBinder {
    /** Title, description, and names of departments and properties, each by language: {@code title_en}. */
    static final String TITLE = "title";

    static final String DESCRIPTION = "description";
    static final String MORE = "more";

    /** SKUs and GTINs, letters and digits only. */
    static final String CODE = "code";

    static final String CATEGORY = "category";
    static final String SELLER = "seller";
    static final String COLLECTION = "collection";

    /** {@code material=linen}: choices, flags that are set, years, numbers, and the options of what can be delivered. */
    static final String FACT = "fact";

    /** {@code number.width_cm}. */
    static final String NUMBER = "number";

    /** {@code en:linen}, plain forms of the words that shoppers are helped with. */
    static final String WORD = "word";

    static final String VARIANT = "variant";
    static final String CHOICE = "choice";
    static final String PRICE = "price";

    /** How many decimals numbers keep. */
    static final int DECIMALS = 4;

    /** The field of a text in a language. */
    static String in(String field, String language) {
        return field + '_' + language;
    }

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        context.bridge(
                ProductDocument.class, new Bridge(new Fields(context.indexSchemaElement(), context.typeFactory())));
    }

    /** Where the values go. */
    private static final class Fields {
        final Map<String, IndexFieldReference<String>> texts = new HashMap<>();
        final IndexFieldReference<String> code;
        final IndexFieldReference<String> category;
        final IndexFieldReference<String> seller;
        final IndexFieldReference<String> collection;
        final IndexFieldReference<String> fact;
        final IndexFieldReference<String> word;
        final IndexObjectFieldReference number;
        final IndexObjectFieldReference variant;
        final IndexFieldReference<String> choice;
        final IndexFieldReference<Long> price;

        Fields(IndexSchemaElement schema, IndexFieldTypeFactory types) {
            for (var language : Analyzers.LANGUAGES) {
                var text = types.asString().analyzer(Analyzers.of(language)).toIndexFieldType();
                for (var name : new String[] {TITLE, DESCRIPTION, MORE}) {
                    texts.put(
                            in(name, language),
                            schema.field(in(name, language), text).toReference());
                }
            }
            var keyword = types.asString().toIndexFieldType();
            var counted = types.asString().aggregable(Aggregable.YES).toIndexFieldType();
            code = schema.field(CODE, keyword).multiValued().toReference();
            category = schema.field(CATEGORY, counted).multiValued().toReference();
            seller = schema.field(SELLER, counted).multiValued().toReference();
            collection = schema.field(COLLECTION, keyword).multiValued().toReference();
            fact = schema.field(FACT, counted).multiValued().toReference();
            word = schema.field(WORD, counted).multiValued().toReference();
            var numbers = schema.objectField(NUMBER);
            numbers.fieldTemplate("value", type -> type.asBigDecimal().decimalScale(DECIMALS));
            number = numbers.toReference();
            var variants = schema.objectField(VARIANT, ObjectStructure.NESTED).multiValued();
            choice = variants.field(CHOICE, counted).multiValued().toReference();
            price = variants.field(PRICE, types.asLong().toIndexFieldType()).toReference();
            variant = variants.toReference();
        }
    }

    /** Writes a row's values. */
    private static final class Bridge implements TypeBridge<ProductDocument> {
        private final Fields fields;

        Bridge(Fields fields) {
            this.fields = fields;
        }

        @Override
        public void write(DocumentElement target, ProductDocument product, TypeBridgeWriteContext context) {
            var content = ProductContent.of(product);
            content.texts().forEach((name, text) -> target.addValue(fields.texts.get(name), text));
            content.codes().forEach(code -> target.addValue(fields.code, code));
            content.categories().forEach(id -> target.addValue(fields.category, id));
            content.sellers().forEach(id -> target.addValue(fields.seller, id));
            content.collections().forEach(id -> target.addValue(fields.collection, id));
            content.facts().forEach(fact -> target.addValue(fields.fact, fact));
            content.words().forEach(word -> target.addValue(fields.word, word));
            numbers(target, content.numbers());
            content.variants().forEach(variant -> {
                var inside = target.addObject(fields.variant);
                variant.choices().forEach(choice -> inside.addValue(fields.choice, choice));
                inside.addValue(fields.price, variant.price());
            });
        }

        private void numbers(DocumentElement target, Map<String, BigDecimal> numbers) {
            if (!numbers.isEmpty()) {
                var inside = target.addObject(fields.number);
                numbers.forEach(inside::addValue);
            }
        }
    }
}
