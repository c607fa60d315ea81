package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults set at the moment, each for a number of times. They are not kept over a restart.
 *
 * <p>The JDK's HttpURLConnection, which stripe-java uses, silently sends a POST a second time when the connection ends
 * without an answer (its {@code sun.net.http.retryPost}). That second sending is part of the same call, so it meets the
 * same fault: an identical request within {@link #SILENT_REPEAT} of the broken one, once.
 */
final class Faults {
    private static final class Armed {
        private final Fault fault;
        private int left;

        private Armed(Fault fault, int left) {
            this.fault = fault;
            this.left = left;
        }
    }

    /** What a call is to meet: perhaps no fault at all (null). */
    record Taken(Fault fault, boolean silentRepeat) {
        Fault.Kind kind() {
            return fault == null ? null : fault.kind();
        }

        long millis() {
            return fault == null ? 0 : fault.millis();
        }
    }

    private record Broken(Fault fault, long until) {}

    static final Duration SILENT_REPEAT = Duration.ofMillis(200);

    private final List<Armed> armed = new ArrayList<>();
    private final Map<String, Broken> broken = new HashMap<>();

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
        broken.clear();
    }

    /** The fault of this call, if one is set; it counts as used. */
    Taken takeForCall(Calls.Call call) {
        Optional<Fault> repeated = silentRepeat(call);
        return repeated.isPresent()
                ? new Taken(repeated.get(), true)
                : new Taken(take(call.account().name(), call.operation(), false).orElse(null), false);
    }

    private synchronized Optional<Fault> silentRepeat(Calls.Call call) {
        return Optional.ofNullable(broken.remove(call.signature()))
                .filter(one -> one.until() - System.nanoTime() > 0)
                .map(Broken::fault);
    }

    /** Called before the connection of a call is broken for the first time. */
    synchronized void breaking(Calls.Call call, Fault fault) {
        broken.put(call.signature(), new Broken(fault, System.nanoTime() + SILENT_REPEAT.toNanos()));
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
