package dev.galleria.tenancy;

import java.util.UUID;

/** Names a tenant for ever; its slug may change. */
public record TenantId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
