package dev.galleria.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "24, 0", "25, 0.5", "473, 4.5", "475, 5", "500, 5", "300, 3"})
    void roundsToTheNearestHalf(int hundredths, String step) {
        assertThat(Stars.step(hundredths)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"Maison Verrier, MV", "Tarn & Thread, TT", "öko, Ö", "Café 21 West, C2", "'&', ''"})
    void initialsAreTheFirstTwoWords(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
