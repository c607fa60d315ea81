package dev.galleria.search;

import dev.galleria.tenancy.Tenancy;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** The tenant of sessions that name none: the one bound to the thread, or one that has no connection. */
final class BoundTenant implements CurrentTenantIdentifierResolver<String> {
    /** A session of its own is then refused; builders that go on to name a tenant are not. */
    static final String NONE = "none";

    private final Tenancy tenancy;

    BoundTenant(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public String resolveCurrentTenantIdentifier() {
        return tenancy.find().map(tenant -> tenant.id().toString()).orElse(NONE);
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
