package dev.galleria.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that products can be told apart by, with the labels of its values; {@code product_summary.facts} uses its code. */
public record Fact(String code, String label, Kind kind, @Nullable String unit, List<Choice> choices) {

    /** An OPTION is chosen by the shopper and has several values per product; the others are properties of the product. */
    public enum Kind {
        OPTION,
        CHOICE,
        NUMBER,
        FLAG,
        DATE,
        TEXT
    }

    /** One value of a closed list; the swatch is a color such as {@code #27406b}. */
    public record Choice(String code, String label, @Nullable String swatch) {}
}
