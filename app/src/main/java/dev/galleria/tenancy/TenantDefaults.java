package dev.galleria.tenancy;

/** What a capability puts into a new marketplace so that it can sell: a bean, found by its type. */
public interface TenantDefaults {
    /** Lower ones first. */
    int order();

    /** One word for whoever watches the creation; {@code console.step.<word>} is its text. */
    String step();

    /** Refuses what it could not apply, as a Problem, before anything is created. No tenant is bound. */
    default void check(String ownerEmail) {}

    /** Called with the tenant bound, before its door opens. Must bear being repeated. */
    void apply(Founding founding);
}
