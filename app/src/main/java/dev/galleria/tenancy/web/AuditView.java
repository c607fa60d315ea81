package dev.galleria.tenancy.web;

import dev.galleria.tenancy.Tenancy;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The console's log of what was done to tenants. */
@Named
@ViewScoped
public class AuditView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 1000;

    @Inject
    Tenancy tenancy;

    @Inject
    OfficeTexts texts;

    private transient @Nullable List<Entry> entries;

    /** A line of the log. */
    public record Entry(String at, String when, String actor, String action, String tenant) {}

    public List<Entry> getEntries() {
        if (entries == null) {
            entries = tenancy.auditLog(MOST).stream()
                    .map(one -> new Entry(
                            one.at().toString(), texts.minute(one.at()), one.actor(), one.action(), one.tenant()))
                    .toList();
        }
        return entries;
    }
}
