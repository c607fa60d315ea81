package dev.galleria.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CellsTest {
    @Property
    void whatIsMadeHarmlessIsReadBack(
            @ForAll @StringLength(max = 6) @CharRange(from = '\'', to = '\'') @CharRange(from = '*', to = '@')
                    String text) {
        assertThat(Cells.plain(Cells.harmless(text))).isEqualTo(text);
    }

    @Property
    void nothingThatASpreadsheetRunsIsWritten(
            @ForAll @StringLength(max = 6) @CharRange(from = '\t', to = '\r') @CharRange(from = '\'', to = '@')
                    String text) {
        var cell = Cells.harmless(text);
        assertThat(cell.matches("(?s)[=+@\\t\\r\\n].*")).isFalse();
        assertThat(cell.startsWith("-") && Cells.number(cell).isEmpty()).isFalse();
    }

    @Test
    void readsNumbersThatAreUnmistakable() {
        assertThat(Cells.number("1234.50")).isPresent();
        assertThat(Cells.number("12,5"))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("12.5"));
        for (var text :
                new String[] {"1,234", "1.234,56", "1,234.56", "1e3", "0x10", "", "NaN", "\u0661", "=1", "1 000"}) {
            assertThat(Cells.number(text)).as(text).isEmpty();
        }
    }

    @Test
    void listsKeepTheirCommas() {
        var parts = java.util.List.of("a", "b, c", "d");
        assertThat(Cells.list(Cells.list(parts))).isEqualTo(parts);
    }
}
