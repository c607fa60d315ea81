package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One unit of work on an account: collects new and changed objects, facts and events, and writes them as one entry. */
final class Change {
    private final Account account;
    private final Instant at;
    private final Map<String, ObjectNode> put = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<JsonNode> facts = new ArrayList<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private ObjectNode answer;

    Change(Account account, Instant at) {
        this.account = account;
        this.at = at;
    }

    Account account() {
        return account;
    }

    /** The second in which this change happens. */
    String now() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    Optional<ObjectNode> find(String kind, String id) {
        return Optional.ofNullable(put.get(id)).or(() -> account.find(kind, id));
    }

    ObjectNode get(String kind, String id) {
        return find(kind, id).orElseThrow(() -> Refusal.missing(kind, id));
    }

    Stream<ObjectNode> all(String kind) {
        return account.all(kind);
    }

    ObjectNode put(String kind, ObjectNode object) {
        String id = object.path("id").asText();
        object.put("_kind", kind).put("_id", id);
        put.put(id, object);
        return object;
    }

    void remove(String id) {
        removed.add(id);
    }

    /** Money has moved. */
    void fact(String type, String id, JsonNode amount, String subject) {
        facts.add(Json.object()
                .put("type", type)
                .put("id", id)
                .put("currency", amount.path("currency_code").asText())
                .put("value", amount.path("value").asText())
                .put("subject", subject)
                .put("at", now()));
    }

    /** Something that webhooks are told of. */
    void event(String type, String resourceType, ObjectNode resource) {
        ObjectNode event = Json.object()
                .put("id", "WH-" + Ids.next() + "-" + Ids.next())
                .put("event_version", "1.0")
                .put("create_time", now())
                .put("resource_type", resourceType)
                .put("resource_version", "2.0")
                .put("event_type", type)
                .put("summary", type);
        event.set("resource", Json.plain(resource));
        event.putArray("links");
        events.add(put("event", event));
    }

    void keepAnswer(ObjectNode kept) {
        answer = kept;
    }

    List<ObjectNode> events() {
        return events;
    }

    /** The entry for the ledger; nothing if nothing has changed. */
    Optional<ObjectNode> entry() {
        ObjectNode entry = Json.object();
        if (!put.isEmpty()) {
            entry.putArray("put").addAll(put.values());
        }
        if (!removed.isEmpty()) {
            entry.set("remove", Json.of(removed));
        }
        if (!facts.isEmpty()) {
            entry.putArray("facts").addAll(facts);
        }
        if (answer != null) {
            entry.set("answer", answer);
        }
        return entry.isEmpty() ? Optional.empty() : Optional.of(entry);
    }
}
