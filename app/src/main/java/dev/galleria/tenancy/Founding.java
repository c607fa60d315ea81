package dev.galleria.tenancy;

/** A marketplace that is being set up and who will own it. The password is shown once and stored only as a hash. */
public record Founding(Tenant tenant, String ownerEmail, String ownerName, String ownerPassword) {}
