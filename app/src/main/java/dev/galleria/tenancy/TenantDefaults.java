package dev.galleria.tenancy;

/** What a capability puts into a new marketplace so that it can sell: a bean, found by its type. */
public interface TenantDefaults {
    /** Lower ones first. */
    int order();

    /** Said to whoever watches the creation, as a key of a text. */
    String step();

    /** Called with the tenant bound, before its door opens. Must bear being repeated. */
    void apply(Tenant tenant);
}
