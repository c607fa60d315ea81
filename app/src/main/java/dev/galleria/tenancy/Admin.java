package dev.galleria.tenancy;

import java.util.UUID;

/** Somebody who runs the platform: creates, suspends and resumes tenants. Knows no tenant's data. */
public record Admin(UUID id, String email, String name) {}
