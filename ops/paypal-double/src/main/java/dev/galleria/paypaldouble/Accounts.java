package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All merchants, restored from the ledger at the start. One comes into being when its credentials are first used. */
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

    /** The account that has an object: the approval page knows no credentials. */
    Optional<Account> ownerOf(String kind, String id) {
        return byName.values().stream()
                .filter(account -> {
                    synchronized (account.lock) {
                        return account.find(kind, id).isPresent();
                    }
                })
                .findFirst();
    }

    Change begin(Account account) {
        return new Change(account, clock.instant());
    }

    /** Writes an entry to the disk, then makes it visible. The caller holds the account's lock. */
    void commit(Account account, ObjectNode entry) {
        entry.put("at", clock.instant().toString());
        entry.put("account", account.name());
        ledger.append(entry);
        account.apply(entry);
    }

    /** Remembers how the delivery of an event ended, so that it is not taken up again after a restart. */
    void recordDelivery(Account account, String eventId, String outcome) {
        synchronized (account.lock) {
            commit(account, Json.object().put("delivered", eventId).put("outcome", outcome));
        }
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
