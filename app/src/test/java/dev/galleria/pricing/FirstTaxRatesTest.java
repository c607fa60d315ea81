package dev.galleria.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FirstTaxRatesTest {
    @Test
    void readsEveryRateOfTheTable() {
        var table = FirstTaxRates.table();

        assertThat(table).hasSizeGreaterThan(30).allSatisfy(rate -> assertThat(rate.ratePpm())
                .isBetween(0, 300_000));
        assertThat(table).anySatisfy(rate -> {
            assertThat(rate.country()).isEqualTo("DE");
            assertThat(rate.taxClass()).isEqualTo("standard");
            assertThat(rate.ratePpm()).isEqualTo(190_000);
        });
        assertThat(table.stream()
                        .collect(Collectors.groupingBy(rate -> rate.country() + rate.taxClass() + rate.validFrom())))
                .allSatisfy((key, rates) -> assertThat(rates).hasSize(1));
    }
}
