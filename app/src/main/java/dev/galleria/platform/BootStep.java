package dev.galleria.platform;

/**
 * Something that must be done before the application serves. A bean; steps run by order, and again, up to
 * three times, when they fail.
 */
public interface BootStep {
    /** Registry 10, cluster 20, tenants 30, search 40, jobs 80, demo 90. */
    int order();

    /** Fails the start when it throws; its message is the line that the operator reads. */
    void run() throws Exception;
}
