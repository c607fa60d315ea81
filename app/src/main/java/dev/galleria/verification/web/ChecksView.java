package dev.galleria.verification.web;

import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.web.OfficeTexts;
import dev.galleria.verification.Checked;
import dev.galleria.verification.Verifications;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** The newest look at each tenant, and at the whole database, in the console. */
@Named
@RequestScoped
public class ChecksView {
    @Inject
    Tenancy tenancy;

    @Inject
    Verifications verifications;

    @Inject
    OfficeTexts texts;

    /** One place and how its facts stand. */
    public record Row(String name, String when, String result, String tone, List<Checked.Difference> findings) {}

    private List<Row> rows = List.of();

    public void load() {
        var all = new ArrayList<Row>();
        all.add(row(texts.get("checks.database"), verifications.ofDatabase()));
        for (var tenant : tenancy.list()) {
            if (tenant.served()) {
                all.add(tenancy.call(tenant, () -> row(tenant)));
            }
        }
        rows = all;
    }

    private Row row(Tenant tenant) {
        return verifications
                .newest()
                .map(checked -> row(tenant.name(), checked))
                .orElseGet(() -> new Row(tenant.name(), "", texts.get("checks.never"), "quiet", List.of()));
    }

    private Row row(String name, Checked checked) {
        return new Row(
                name,
                texts.minute(checked.startedAt()),
                checked.clean()
                        ? texts.format("checks.clean", checked.checks())
                        : texts.format("checks.differences", checked.differences()),
                checked.clean() ? "good" : "bad",
                checked.findings());
    }

    public List<Row> getRows() {
        return rows;
    }
}
