package dev.galleria.platform;

/** Whoever is being served, as far as the platform must know it: to carry it to another thread and to keep keys apart. */
public interface Scope {
    /** The current tenant's id; an exception when there is none. */
    String id();

    /** Whether events are delivered as soon as they are committed; while a tenant is being filled they wait for the tick. */
    boolean prompt();

    /** Work that runs for the current tenant wherever it is run. */
    Runnable bound(Runnable work);
}
