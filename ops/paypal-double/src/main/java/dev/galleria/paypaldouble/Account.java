package dev.galleria.paypaldouble;

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

/** Everything one merchant sees. Read and changed only while holding {@link #lock}. */
final class Account {
    final Object lock = new Object();
    private final String name;
    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
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
    Optional<ObjectNode> find(String kind, String id) {
        return Optional.ofNullable(objects.get(id))
                .filter(object -> kind.equals(object.path("_kind").asText()))
                .map(ObjectNode::deepCopy);
    }

    /** The stored objects of a kind, oldest first. Not to be changed. */
    Stream<ObjectNode> all(String kind) {
        return List.copyOf(objects.values()).stream()
                .filter(object -> kind.equals(object.path("_kind").asText()));
    }

    Optional<JsonNode> answerFor(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    List<JsonNode> facts() {
        return List.copyOf(facts);
    }

    /** False if a request with this key is being executed at this moment. */
    boolean claimKey(String key) {
        return keysInUse.add(key);
    }

    void releaseKey(String key) {
        keysInUse.remove(key);
    }

    boolean deliveryEnded(String eventId) {
        return deliveriesEnded.contains(eventId);
    }

    /** Takes over an entry of the ledger, newly written or replayed. */
    void apply(JsonNode entry) {
        entry.path("put").forEach(object -> objects.put(object.path("_id").asText(), (ObjectNode) object));
        entry.path("remove").forEach(id -> objects.remove(id.asText()));
        entry.path("facts").forEach(facts::add);
        JsonNode answer = entry.path("answer");
        if (answer.isObject()) {
            answers.put(answer.path("key").asText(), answer);
        }
        if (entry.has("delivered")) {
            deliveriesEnded.add(entry.path("delivered").asText());
        }
    }
}
