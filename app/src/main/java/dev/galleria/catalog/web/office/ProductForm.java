package dev.galleria.catalog.web.office;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as it stands in the editor's fields: texts as they were typed, right or wrong, so that nothing is lost. */
public final class ProductForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final List<Option> options = new ArrayList<>();
    private List<VariantForm> variants = new ArrayList<>();

    /** An attribute's value: one text, or one for each language. */
    public static final class Fact implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable String value;
        private final Map<String, String> texts = new LinkedHashMap<>();

        public @Nullable String getValue() {
            return value;
        }

        public void setValue(@Nullable String value) {
            this.value = value;
        }

        public Map<String, String> getTexts() {
            return texts;
        }
    }

    /** Something that shoppers choose between. */
    public static final class Option implements Serializable {
        private static final long serialVersionUID = 1L;

        private String code = "";
        private final Map<String, String> labels = new LinkedHashMap<>();
        private final List<Value> values = new ArrayList<>();
        private @Nullable String more;

        /** Kept once it is known; empty while the label is still being typed. */
        public String getCode() {
            return code;
        }

        void code(String newCode) {
            code = newCode;
        }

        public Map<String, String> getLabels() {
            return labels;
        }

        public List<Value> getValues() {
            return values;
        }

        /** Values to be added, with commas between. */
        public @Nullable String getMore() {
            return more;
        }

        public void setMore(@Nullable String more) {
            this.more = more;
        }
    }

    /** One of its values. */
    public static final class Value implements Serializable {
        private static final long serialVersionUID = 1L;

        private final String code;
        private final Map<String, String> labels = new LinkedHashMap<>();
        private @Nullable String swatch;

        Value(String code) {
            this.code = code;
        }

        public String getCode() {
            return code;
        }

        public Map<String, String> getLabels() {
            return labels;
        }

        public @Nullable String getSwatch() {
            return swatch;
        }

        public void setSwatch(@Nullable String swatch) {
            this.swatch = swatch;
        }
    }

    /** {@code slug, category, brand, type, tags, taxClass, state, from}. */
    public Map<String, String> getFields() {
        return fields;
    }

    /** By language. */
    public Map<String, String> getTitles() {
        return titles;
    }

    /** By language. */
    public Map<String, String> getDescriptions() {
        return descriptions;
    }

    /** By code of attribute. */
    public Map<String, Fact> getFacts() {
        return facts;
    }

    /** The value of that attribute, empty at first. */
    public Fact fact(String attribute) {
        return facts.computeIfAbsent(attribute, code -> new Fact());
    }

    public List<Option> getOptions() {
        return options;
    }

    public List<VariantForm> getVariants() {
        return variants;
    }

    void variants(List<VariantForm> all) {
        variants = new ArrayList<>(all);
    }
}
