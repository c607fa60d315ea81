package dev.galleria.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a file; its number is the one that a spreadsheet shows. */
record Row(int number, Row.Mapping mapping, List<String> cells) {
    /** Which column is where. */
    record Mapping(Map<String, Integer> places, int width) {
        static Mapping of(List<String> names) {
            var places = new HashMap<String, Integer>();
            for (int i = 0; i < names.size(); i++) {
                if (!names.get(i).isEmpty()) {
                    places.put(names.get(i), i);
                }
            }
            return new Mapping(places, names.size());
        }
    }

    boolean has(String column) {
        return mapping.places().containsKey(column);
    }

    /** The cell without outer spaces and as it was before it was made harmless; null when the file has no such column. */
    @Nullable
    String get(String column) {
        var place = mapping.places().get(column);
        return place == null ? null : place < cells.size() ? Cells.plain(cells.get(place)) : "";
    }

    /** The same, empty when the file has no such column. */
    String text(String column) {
        var text = get(column);
        return text == null ? "" : text;
    }

    /** Too short a row lacks cells at its end; that is only allowed to empty ones of a wider one. */
    boolean fits() {
        return cells.size() == mapping.width();
    }
}
