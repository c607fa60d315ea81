package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Everything one secret key sees: its objects, the answers kept for its idempotency keys and its money facts. Read and
 * changed only while holding {@link #lock}.
 */
final class Account {
    final Object lock = new Object();
    private final String name;
    private final Map<String, ObjectNode> objects = new HashMap<>();
    private final Map<String, Map<String, ObjectNode>> byKind = new HashMap<>();
    private final Map<String, JsonNode> answers = new HashMap<>();
    private final List<JsonNode> facts = new ArrayList<>();
    private final Set<String> deliveriesEnded = new HashSet<>();
    private final Set<String> keysInUse = ConcurrentHashMap.newKeySet();

    Account(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** A copy that the caller may change. */
    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id)).map(ObjectNode::deepCopy);
    }

    /** The stored objects of a kind ({@code "charge"}), oldest first. Not to be changed. */
    Stream<ObjectNode> all(String kind) {
        return byKind.getOrDefault(kind, Map.of()).values().stream();
    }

    Optional<JsonNode> answerFor(String idempotencyKey) {
        return Optional.ofNullable(answers.get(idempotencyKey));
    }

    List<JsonNode> facts() {
        return List.copyOf(facts);
    }

    /** False if a request with this key is being executed at this moment. */
    boolean claimKey(String idempotencyKey) {
        return keysInUse.add(idempotencyKey);
    }

    void releaseKey(String idempotencyKey) {
        keysInUse.remove(idempotencyKey);
    }

    boolean deliveryEnded(String eventId, String endpointId) {
        return deliveriesEnded.contains(eventId + " " + endpointId);
    }

    /** Takes over an entry of the ledger, newly written or replayed. */
    void apply(JsonNode entry) {
        for (JsonNode object : entry.path("put")) {
            String id = object.path("id").asText();
            objects.put(id, (ObjectNode) object);
            byKind.computeIfAbsent(object.path("object").asText(), kind -> new LinkedHashMap<>())
                    .put(id, (ObjectNode) object);
        }
        for (JsonNode id : entry.path("remove")) {
            objects.remove(id.asText());
            byKind.values().forEach(kind -> kind.remove(id.asText()));
        }
        entry.path("facts").forEach(facts::add);
        JsonNode answer = entry.path("answer");
        if (answer.isObject()) {
            answers.put(answer.path("key").asText(), answer);
        }
        JsonNode delivery = entry.path("delivery");
        if (delivery.isObject()) {
            deliveriesEnded.add(delivery.path("event").asText() + " "
                    + delivery.path("endpoint").asText());
        }
    }
}
