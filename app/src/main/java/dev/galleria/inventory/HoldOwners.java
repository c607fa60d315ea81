package dev.galleria.inventory;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Names whom stock is held for. Implemented by the capability that buys, so that nobody's name is kept twice. */
public interface HoldOwners {
    /** The buyers of these holds, as far as they are known; by the hold's ref. */
    Map<UUID, String> checkouts(Collection<UUID> refs);

    /** The numbers of these orders. */
    Map<UUID, String> orders(Collection<UUID> orders);
}
