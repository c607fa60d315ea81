package dev.galleria.tenancy;

import java.time.Instant;

/** Who did what to a tenant; the tenant by its slug, empty when it is gone. */
public record AuditEntry(Instant at, String actor, String action, String tenant) {}
