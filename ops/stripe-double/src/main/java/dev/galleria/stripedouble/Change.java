package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One unit of work on an account: collects new and changed objects, facts and events, and writes them as one entry. */
final class Change {
    private final Account account;
    private final Accounts accounts;
    private final Instant at;
    private final Map<String, ObjectNode> put = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final List<JsonNode> facts = new ArrayList<>();
    private final List<ObjectNode> events = new ArrayList<>();
    private ObjectNode answer;
    private String requestId;
    private String idempotencyKey;

    Change(Account account, Accounts accounts, Instant at) {
        this.account = account;
        this.accounts = accounts;
        this.at = at;
    }

    Account account() {
        return account;
    }

    /** The second in which this change happens, as Stripe's timestamps have it. */
    long now() {
        return at.getEpochSecond();
    }

    /** Names the request that events of this change come from. */
    void causedBy(String request, String key) {
        requestId = request;
        idempotencyKey = key;
    }

    Optional<ObjectNode> find(String id) {
        ObjectNode changed = put.get(id);
        return changed == null ? account.find(id) : Optional.of(changed);
    }

    /** The object of this kind and id, or the error that Stripe gives. */
    ObjectNode get(String kind, String id) {
        return find(id).filter(object -> kind.equals(object.path("object").asText()))
                .orElseThrow(() -> Refusal.missing(kind, id));
    }

    /** All objects of a kind, oldest first, as they were before this change. */
    Stream<ObjectNode> all(String kind) {
        return account.all(kind);
    }

    ObjectNode put(ObjectNode object) {
        put.put(object.path("id").asText(), object);
        return object;
    }

    void remove(String id) {
        removed.add(id);
    }

    /** Records that money moved. */
    void fact(ObjectNode fact) {
        facts.add(fact.put("at", at.toString()).put("account", account.name()));
    }

    /** Records an event with the object as it is now. */
    void event(String type, ObjectNode subject) {
        ObjectNode event = WebhookEndpoints.newEvent(this, type, subject, requestId, idempotencyKey);
        events.add(put(event));
    }

    /** Keeps the answer for this idempotency key together with the change. */
    void keepAnswer(ObjectNode kept) {
        answer = kept;
    }

    /** The events of this change, in the order in which they happened. */
    List<ObjectNode> events() {
        return events;
    }

    /** Writes the change to the disk and makes it visible; does nothing if nothing has changed. */
    void commit() {
        if (put.isEmpty() && removed.isEmpty() && facts.isEmpty() && answer == null) {
            return;
        }
        ObjectNode entry = Json.object();
        if (!facts.isEmpty()) {
            entry.putArray("facts").addAll(facts);
        }
        if (answer != null) {
            entry.set("answer", answer);
        }
        entry.putArray("put")
                .addAll(put.values().stream().map(ObjectNode::deepCopy).toList());
        if (!removed.isEmpty()) {
            removed.forEach(entry.putArray("remove")::add);
        }
        accounts.commit(account, entry);
    }
}
