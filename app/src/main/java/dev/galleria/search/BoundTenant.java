package dev.galleria.search;

import dev.galleria.tenancy.Tenancy;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** The tenant of sessions that name none: the one bound to the thread, never a default. */
final class BoundTenant implements CurrentTenantIdentifierResolver<String> {
    private final Tenancy tenancy;

    BoundTenant(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    @Override
    public String resolveCurrentTenantIdentifier() {
        return tenancy.current().id().toString();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
