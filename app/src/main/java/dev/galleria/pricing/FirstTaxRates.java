package dev.galleria.pricing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.galleria.tenancy.Founding;
import dev.galleria.tenancy.TenantDefaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Gives a new marketplace the tax rates of its country; a country that the table does not name has none to begin with. */
@ApplicationScoped
class FirstTaxRates implements TenantDefaults {
    private static final String TABLE = "/pricing/tax-rates.csv";

    @Inject
    Pricing pricing;

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String step() {
        return "tax";
    }

    @Override
    public void apply(Founding founding) {
        var country = founding.tenant().country();
        pricing.define(
                table().stream().filter(rate -> rate.country().equals(country)).toList());
    }

    static List<TaxRate> table() {
        try (var stream = FirstTaxRates.class.getResourceAsStream(TABLE);
                var rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return rows.stream().map(FirstTaxRates::rate).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TaxRate rate(NamedCsvRecord row) {
        int ppm = new BigDecimal(row.getField("percent")).movePointRight(4).intValueExact();
        return new TaxRate(
                row.getField("country"), null, row.getField("class"), ppm, LocalDate.parse(row.getField("from")));
    }
}
