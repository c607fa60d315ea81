package dev.galleria.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a client asks for once, however often it asks under the same key: the answer is kept for a day, in the transaction
 * of the work itself (draft-ietf-httpapi-idempotency-key-header-07).
 */
@ApplicationScoped
public class Idempotency {
    @Inject
    Database database;

    /** What was answered; kept as it was sent. Only a success is kept. */
    public record Answer(int status, String body, String tag, String location) {
        private boolean success() {
            return status < 300;
        }
    }

    /** A key as it is known. */
    public record Known(String route, String requestHash, @Nullable String answer) {}

    /**
     * The work's answer, or the one given before. The key with another request is a Problem (REFUSED), a request that is being
     * worked on a Problem (CONFLICT). The owner is whoever the key belongs to; keys of different owners never meet.
     */
    @Transactional
    public Answer once(String owner, String key, String route, String request, Supplier<Answer> work) {
        var hash = Base64.getEncoder().encodeToString(Secrets.hash(request));
        if (!lock(owner, key)) {
            throw Problem.conflict("request/in-progress", route);
        }
        var known = find(owner, key);
        if (known.isPresent()) {
            if (!known.get().route().equals(route) || !known.get().requestHash().equals(hash)) {
                throw Problem.refused("request/key-reused", route);
            }
            return Json.read(String.valueOf(known.get().answer()), Answer.class);
        }
        var answer = work.get();
        if (answer.success()) {
            keep(owner, key, route, hash, answer);
        }
        return answer;
    }

    /** Forgets the answers of yesterday and before, whosoever they were for. Repeating is safe. */
    @Transactional
    public void forget() {
        database.call(sql -> sql.execute("DELETE FROM idempotency_key WHERE created_at < now() - interval '24 hours'"));
    }

    private boolean lock(String owner, String key) {
        return database.call(sql -> sql.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 77))")
                .bind("name", owner + ' ' + key)
                .mapTo(boolean.class)
                .one());
    }

    private Optional<Known> find(String owner, String key) {
        return database.call(sql -> {
            sql.execute(
                    "DELETE FROM idempotency_key WHERE owner = ? AND created_at < now() - interval '24 hours'", owner);
            return sql.createQuery(
                            """
                            SELECT route, request_hash, answer::text AS answer FROM idempotency_key
                             WHERE owner = :owner AND key = :key""")
                    .bind("owner", owner)
                    .bind("key", key)
                    .mapTo(Known.class)
                    .findOne();
        });
    }

    private void keep(String owner, String key, String route, String hash, Answer answer) {
        database.call(sql -> sql.createUpdate(
                        """
                        INSERT INTO idempotency_key (owner, key, route, request_hash, answer)
                        VALUES (:owner, :key, :route, :hash, CAST(:answer AS jsonb))""")
                .bind("owner", owner)
                .bind("key", key)
                .bind("route", route)
                .bind("hash", hash)
                .bind("answer", Json.write(answer))
                .execute());
    }
}
