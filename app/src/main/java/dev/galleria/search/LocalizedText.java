package dev.galleria.search;

import dev.galleria.platform.Json;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.mapper.pojo.bridge.PropertyBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.PropertyBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.PropertyBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.PropertyBridgeWriteContext;

/** Texts by language ({"en": "…", "de": "…"}), each in a field of its own with that language's analyzer. */
final class LocalizedText implements PropertyBridge<String> {
    private static final Type TEXTS = new HashMap<String, String>() {
        private static final long serialVersionUID = 1L;
    }.getClass().getGenericSuperclass();

    private final Map<String, IndexFieldReference<String>> fields;

    private LocalizedText(Map<String, IndexFieldReference<String>> fields) {
        this.fields = fields;
    }

    /** The field of a text in a language. */
    static String field(String name, String language) {
        return name + '_' + language;
    }

    @Override
    public void write(DocumentElement target, String json, PropertyBridgeWriteContext context) {
        if (json != null) {
            Map<String, String> texts = Json.read(json, TEXTS);
            fields.forEach((language, field) -> target.addValue(field, texts.get(language)));
        }
    }

    private static void bind(PropertyBindingContext context, String name) {
        context.dependencies().useRootOnly();
        var fields = new HashMap<String, IndexFieldReference<String>>();
        for (var language : Analyzers.LANGUAGES) {
            var type = context.typeFactory().asString().analyzer(Analyzers.of(language));
            fields.put(
                    language,
                    context.indexSchemaElement()
                            .field(field(name, language), type)
                            .toReference());
        }
        context.bridge(String.class, new LocalizedText(Map.copyOf(fields)));
    }

    /** title_en, title_de, … */
    public static final class Titles implements PropertyBinder {
        @Override
        public void bind(PropertyBindingContext context) {
            LocalizedText.bind(context, "title");
        }
    }

    /** description_en, description_de, … */
    public static final class Descriptions implements PropertyBinder {
        @Override
        public void bind(PropertyBindingContext context) {
            LocalizedText.bind(context, "description");
        }
    }
}
