package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All accounts, restored from the ledger at the start. An account comes into being when its key is first used. */
final class Accounts implements AutoCloseable {
    private final Map<String, Account> byName = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final Clock clock;

    Accounts(Path directory, Clock clock) throws IOException {
        this.clock = clock;
        this.ledger = Ledger.open(
                directory, entry -> named(entry.path("account").asText()).apply(entry));
    }

    Account named(String name) {
        return byName.computeIfAbsent(name, Account::new);
    }

    Collection<Account> all() {
        return byName.values();
    }

    /** The account that has an object: the payment page knows no key. */
    Optional<Account> ownerOf(String objectId) {
        return byName.values().stream()
                .filter(account -> {
                    synchronized (account.lock) {
                        return account.find(objectId).isPresent();
                    }
                })
                .findFirst();
    }

    /** Starts a change; the caller holds the account's lock until it is committed or dropped. */
    Change begin(Account account) {
        return new Change(account, this, clock.instant());
    }

    /** Writes an entry to the disk, then makes it visible. */
    void commit(Account account, ObjectNode entry) {
        entry.put("at", clock.instant().toString());
        entry.put("account", account.name());
        ledger.append(entry);
        account.apply(entry);
    }

    /** Remembers how the delivery of an event to an endpoint ended, so that it is not taken up again after a restart. */
    void recordDelivery(Account account, JsonNode event, String endpointId, String outcome) {
        ObjectNode entry = Json.object();
        entry.putObject("delivery")
                .put("event", event.path("id").asText())
                .put("type", event.path("type").asText())
                .put("endpoint", endpointId)
                .put("outcome", outcome);
        synchronized (account.lock) {
            commit(account, entry);
        }
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
