package dev.galleria.tenancy;

/** Something asked for a tenant's data while no tenant was bound. Always a bug, never answered by a default. */
public class NoTenant extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public NoTenant() {
        super("No tenant is bound to this thread");
    }
}
