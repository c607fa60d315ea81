package dev.galleria.pricing;

import dev.galleria.platform.Database;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Prices carts: looks up the rates that hold today, then leaves the arithmetic to {@link PriceFormula}. */
@ApplicationScoped
public class Pricing {
    @Inject
    Database database;

    @Inject
    Tenancy tenancy;

    @Inject
    Clock clock;

    /** What it costs now. Changes nothing; an amount beyond what can be counted is a Problem (REFUSED). */
    public Quote price(PriceRequest request) {
        return price(request, LocalDate.now(clock.withZone(ZoneOffset.UTC)), rates());
    }

    /** What it would have cost at the tax rates of that day, of those given. */
    public Quote price(PriceRequest request, LocalDate day, List<TaxRate> rates) {
        var tenant = tenancy.current();
        try {
            return PriceFormula.price(
                    request,
                    request.lines().stream()
                            .findFirst()
                            .map(line -> line.unitPrice().currency())
                            .orElse(tenant.currency()),
                    tenant.pricesIncludeTax(),
                    TaxRates.at(rates, request.country(), request.region(), day));
        } catch (ArithmeticException e) {
            throw Problem.refused("pricing/too-large", request.lines().size() + " lines");
        }
    }

    /** All rates of the shop, of all times. */
    public List<TaxRate> rates() {
        return database.call(sql -> sql.createQuery(
                        "SELECT country, nullif(region, '') AS region, tax_class, rate_ppm, valid_from FROM tax_rate")
                .mapTo(TaxRate.class)
                .list());
    }

    /** Adds rates or corrects those of the same place, class and day. Safe to repeat. */
    @Transactional
    public void define(List<TaxRate> rates) {
        database.call(sql -> {
            var batch = sql.prepareBatch(
                    """
                    INSERT INTO tax_rate (id, country, region, tax_class, rate_ppm, valid_from)
                    VALUES (:id, :country, :region, :taxClass, :ratePpm, :validFrom)
                    ON CONFLICT (country, region, tax_class, valid_from) DO UPDATE SET rate_ppm = excluded.rate_ppm""");
            for (var rate : rates) {
                batch.bind("id", Ids.next())
                        .bind("country", rate.country())
                        .bind("region", Optional.ofNullable(rate.region()).orElse(""))
                        .bind("taxClass", rate.taxClass())
                        .bind("ratePpm", rate.ratePpm())
                        .bind("validFrom", rate.validFrom())
                        .add();
            }
            return batch.execute();
        });
    }
}
