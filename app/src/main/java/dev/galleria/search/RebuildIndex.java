package dev.galleria.search;

import dev.galleria.tenancy.TenantJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Builds a tenant's index anew. */
@ApplicationScoped
class RebuildIndex extends TenantJob {
    /** Also when the numbers agree. */
    static final String ALWAYS = "always";

    /** Only if, by the time the job runs, documents are missing or too many, or a rebuild was cut off. */
    static final String IF_INCOMPLETE = "if-incomplete";

    @Inject
    Index index;

    @Override
    public String name() {
        return "search.rebuild";
    }

    @Override
    protected void runForTenant(String argument) {
        if (argument.equals(ALWAYS) || index.building() || !index.complete()) {
            index.rebuild();
        }
    }
}
