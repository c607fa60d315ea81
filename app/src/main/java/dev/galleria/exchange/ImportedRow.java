package dev.galleria.exchange;

import java.util.List;

/**
 * A row of a file that is wrong or changes something.
 *
 * @param number as a spreadsheet counts: the header is row 1
 * @param details what is wrong, or which cells get another value
 */
public record ImportedRow(int number, Outcome outcome, String sku, List<Detail> details) {
    /** What becomes of a row. */
    public enum Outcome {
        NEW,
        CHANGED,
        WRONG
    }

    /**
     * One cell.
     *
     * @param value what the file says
     * @param code what is wrong with it, {@code exchange.fault.<code>} or {@code catalog.fault.<code>}; empty for a change
     * @param values what its text mentions; of a change what was there before
     */
    public record Detail(String column, String value, String code, List<String> values) {
        private static final int LONGEST = 200;

        static Detail fault(String column, String value, String code, Object... values) {
            return new Detail(
                    column,
                    cut(value),
                    code,
                    java.util.Arrays.stream(values).map(String::valueOf).toList());
        }

        static Detail change(String column, String before, String after) {
            return new Detail(column, cut(after), "", List.of(cut(before)));
        }

        /** For show: without what a database or a page cannot bear. */
        private static String cut(String text) {
            var plain = text.replaceAll("[\\p{Cntrl}\\p{Cs}&&[^\\r\\n\\t]]", "\uFFFD");
            return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
        }
    }
}
