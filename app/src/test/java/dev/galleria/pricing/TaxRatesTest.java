package dev.galleria.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxRatesTest {
    private static final LocalDate OLD = LocalDate.of(2010, 1, 1);
    private static final LocalDate NEW = LocalDate.of(2026, 7, 1);
    private static final List<TaxRate> RATES = List.of(
            new TaxRate("DE", null, "standard", 190_000, OLD),
            new TaxRate("DE", null, "standard", 160_000, NEW),
            new TaxRate("US", null, "standard", 0, OLD),
            new TaxRate("US", "CA", "standard", 72_500, OLD));

    @Test
    void aRateHoldsFromItsDayOn() {
        assertThat(TaxRates.at(RATES, "DE", null, NEW.minusDays(1)).of("standard"))
                .isEqualTo(190_000);
        assertThat(TaxRates.at(RATES, "DE", null, NEW).of("standard")).isEqualTo(160_000);
        assertThat(TaxRates.at(RATES, "DE", null, OLD.minusDays(1)).of("standard"))
                .isZero();
    }

    @Test
    void aRegionsRateReplacesItsCountrys() {
        assertThat(TaxRates.at(RATES, "US", "CA", NEW).of("standard")).isEqualTo(72_500);
        assertThat(TaxRates.at(RATES, "US", "NY", NEW).of("standard")).isZero();
        assertThat(TaxRates.at(RATES, "DE", "BY", NEW).of("standard")).isEqualTo(160_000);
    }

    @Test
    void aClassWithoutARateIsNotTaxed() {
        assertThat(TaxRates.at(RATES, "DE", null, NEW).of("reduced")).isZero();
    }
}
