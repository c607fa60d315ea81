package dev.galleria.platform.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * How often something has changed, by scope, as far as this node has heard: what was kept before a change carries another
 * number. A node that was cut off may have missed some, so whatever is kept by these numbers needs an end besides.
 */
public final class Changes {
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final Consumer<String> teller;

    Changes(Forgetting forgetting, String name) {
        forgetting.register(name, this::hear);
        teller = scope -> forgetting.tell(name, scope);
    }

    private Changes() {
        teller = this::hear;
    }

    /** For a node that has no others. */
    public static Changes alone() {
        return new Changes();
    }

    /** From 0; the numbers of two nodes cannot be compared. */
    public long of(String scope) {
        return counts.getOrDefault(scope, 0L);
    }

    /** Something in that scope has changed. Counted here when this returns, on the other nodes in the order of telling. */
    public void tell(String scope) {
        teller.accept(scope);
    }

    private void hear(String scope) {
        counts.merge(scope, 1L, Long::sum);
    }
}
