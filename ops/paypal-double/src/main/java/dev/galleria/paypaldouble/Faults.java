package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults set at the moment, each for a number of times. They are not kept over a restart. */
final class Faults {
    private static final class Armed {
        private final Fault fault;
        private int left;

        private Armed(Fault fault, int left) {
            this.fault = fault;
            this.left = left;
        }
    }

    private final List<Armed> armed = new ArrayList<>();

    /** Adds faults: one, or an array. {@code count} is how often each happens, 1 by default, −1 until the reset. */
    synchronized void add(JsonNode json) {
        Iterable<JsonNode> each = json.isArray() ? json : List.of(json);
        List<Armed> added = new ArrayList<>();
        for (JsonNode one : each) {
            added.add(new Armed(Fault.parse(one), one.path("count").asInt(1)));
        }
        armed.addAll(added);
    }

    synchronized void reset() {
        armed.clear();
    }

    /** The fault of this call, if one is set; it counts as used. */
    Optional<Fault> takeForCall(String account, String operation) {
        return take(account, operation, false);
    }

    /** How this event is to be delivered. */
    Fault.Delivery takeForEvent(String account, String type) {
        return take(account, type, true).map(Fault::delivery).orElse(Fault.Delivery.USUAL);
    }

    private synchronized Optional<Fault> take(String account, String target, boolean webhook) {
        for (Iterator<Armed> all = armed.iterator(); all.hasNext(); ) {
            Armed one = all.next();
            if (one.fault.concerns(account, target, webhook)) {
                if (one.left > 0 && --one.left == 0) {
                    all.remove();
                }
                return Optional.of(one.fault);
            }
        }
        return Optional.empty();
    }

    synchronized ArrayNode toJson() {
        ArrayNode all = Json.object().putArray("faults");
        armed.forEach(one -> all.add(one.fault.toJson(one.left)));
        return all;
    }
}
