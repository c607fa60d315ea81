package dev.galleria.platform.jobs;

/** Work that can be queued by name. A bean; must bear being run twice. */
public interface JobBody {
    /** Stable, e.g. {@code search.rebuild}. */
    String name();

    /** Called for the tenant of that id; fails when it cannot be done, and is then tried again. */
    void run(String tenant, String argument);
}
