package dev.galleria.stripedouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Executes calls: one at a time per account, on disk before they are answered, once per idempotency key, and with the
 * fault that is set for them.
 */
final class Calls {
    private static final long WEBHOOK_PATIENCE_SECONDS = 10;

    private final Accounts accounts;
    private final Faults faults;
    private final Webhooks webhooks;

    Calls(Accounts accounts, Faults faults, Webhooks webhooks) {
        this.accounts = accounts;
        this.faults = faults;
        this.webhooks = webhooks;
    }

    /**
     * A call to be executed.
     *
     * @param operation the name by which faults are set
     * @param key the idempotency key, or null
     */
    record Call(
            Account account,
            String operation,
            String path,
            String key,
            String fingerprint,
            String requestId,
            Function<Change, Answer> work) {

        /** Equal for two sendings of the same request. */
        String signature() {
            return String.join(" ", account.name(), operation, path, String.valueOf(key), fingerprint);
        }

        Call instead(Function<Change, Answer> other) {
            return new Call(account, operation, path, key, fingerprint, requestId, other);
        }
    }

    private record Executed(Answer answer, List<ObjectNode> events) {}

    /** Executes a call and answers it, or does what its fault says. */
    void perform(HttpExchange exchange, Call call) throws IOException {
        Faults.Taken taken = faults.takeForCall(call);
        Fault.Kind kind = taken.kind();
        if (kind == Fault.Kind.NO_CHARGE_NO_ANSWER) {
            breakOff(exchange, call, taken);
            return;
        }
        Answer answer;
        try {
            answer = kind == Fault.Kind.RATE_LIMITED
                    ? Refusal.tooMany().answer()
                    : once(spoiled(call, kind), kind == Fault.Kind.SLOW ? taken.millis() : 0);
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        answer = answer.with("Request-Id", call.requestId());
        if (kind == Fault.Kind.CHARGE_THEN_NO_ANSWER || kind == Fault.Kind.CHARGE_THEN_RESET) {
            breakOff(exchange, call, taken);
        } else if (kind == Fault.Kind.TRUNCATED) {
            Wire.truncate(exchange, answer);
        } else {
            Wire.send(exchange, answer);
        }
    }

    private void breakOff(HttpExchange exchange, Call call, Faults.Taken taken) {
        if (taken.kind() != Fault.Kind.CHARGE_THEN_RESET) {
            pause(taken.millis());
        }
        if (!taken.silentRepeat()) {
            faults.breaking(call, taken.fault());
        }
        if (taken.kind() == Fault.Kind.CHARGE_THEN_RESET) {
            Wire.reset(exchange);
        } else {
            Wire.drop(exchange);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Call spoiled(Call call, Fault.Kind kind) {
        if (kind == Fault.Kind.ERROR_AFTER_CHARGE) {
            return call.instead(change -> {
                call.work().apply(change);
                return Refusal.broken().answer();
            });
        }
        if (kind == Fault.Kind.ERROR_WITHOUT_CHARGE) {
            return call.instead(change -> {
                throw Refusal.broken();
            });
        }
        return call;
    }

    private Answer once(Call call, long millis) {
        if (call.key() != null && !call.account().claimKey(call.key())) {
            throw Refusal.keyInUse(call.key());
        }
        try {
            Executed executed = execute(call);
            CompletableFuture<Void> sent = webhooks.send(call.account(), executed.events());
            pause(millis);
            sent.completeOnTimeout(null, WEBHOOK_PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .get();
            return executed.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.broken();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The webhook that was to come first could not be sent", e);
        } finally {
            if (call.key() != null) {
                call.account().releaseKey(call.key());
            }
        }
    }

    private Executed execute(Call call) {
        Account account = call.account();
        synchronized (account.lock) {
            Optional<JsonNode> kept = Optional.ofNullable(call.key()).flatMap(account::answerFor);
            if (kept.isPresent()) {
                return new Executed(replay(call, kept.get()), List.of());
            }
            Change change = accounts.begin(account);
            change.causedBy(call.requestId(), call.key());
            Answer answer;
            try {
                answer = call.work().apply(change);
            } catch (Refusal refusal) {
                if (refusal.beforeExecution() || call.key() == null) {
                    throw refusal;
                }
                change = accounts.begin(account);
                answer = refusal.answer();
            }
            if (call.key() != null) {
                change.keepAnswer(kept(call, answer));
            }
            change.commit();
            return new Executed(answer, change.events());
        }
    }

    private static ObjectNode kept(Call call, Answer answer) {
        return Json.object()
                .put("key", call.key())
                .put("path", call.path())
                .put("fingerprint", call.fingerprint())
                .put("status", answer.status())
                .put("body", answer.text());
    }

    private static Answer replay(Call call, JsonNode kept) {
        String other =
                "Try using a key other than '%s' if you meant to execute a different request.".formatted(call.key());
        String path = kept.path("path").asText();
        if (!path.equals(call.path())) {
            throw Refusal.idempotency("Keys for idempotent requests can only be used for the same endpoint they were "
                    + "first used for ('%s' vs '%s'). ".formatted(call.path(), path) + other);
        }
        if (!kept.path("fingerprint").asText().equals(call.fingerprint())) {
            throw Refusal.idempotency(
                    "Keys for idempotent requests can only be used with the same parameters they were "
                            + "first used with. " + other);
        }
        byte[] body = kept.path("body").asText().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotent-Replayed", "true");
        return new Answer(kept.path("status").asInt(), headers, body);
    }

    /** Executes work that has no caller to answer, such as the end of a session. */
    void run(Account account, Function<Change, Answer> work) {
        Call call = new Call(account, "", "", null, "", null, work);
        webhooks.send(account, execute(call).events());
    }
}
