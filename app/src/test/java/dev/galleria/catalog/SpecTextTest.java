package dev.galleria.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpecTextTest {
    @Test
    void writesNumbersAsTheReadersDo() {
        assertThat(SpecText.number(new BigDecimal("1249.5000"), "cm", Locale.ENGLISH))
                .isEqualTo("1,249.5\u00a0cm");
        assertThat(SpecText.number(new BigDecimal("1249.5000"), "cm", Locale.GERMAN))
                .isEqualTo("1.249,5\u00a0cm");
        assertThat(SpecText.number(new BigDecimal("70"), "%", Locale.ENGLISH)).isEqualTo("70%");
        assertThat(SpecText.number(new BigDecimal("70"), "%", Locale.FRENCH)).isEqualTo("70\u00a0%");
        assertThat(SpecText.number(new BigDecimal("3"), null, Locale.ENGLISH)).isEqualTo("3");
    }

    @Test
    void writesDatesAsTheReadersDo() {
        assertThat(SpecText.date(LocalDate.of(2026, 3, 1), Locale.GERMAN)).isEqualTo("01.03.2026");
    }
}
