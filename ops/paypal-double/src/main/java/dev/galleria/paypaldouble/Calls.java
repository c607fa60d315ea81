package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Executes calls: one at a time per account, on disk before they are answered, once per PayPal-Request-Id, and with the
 * fault that is set for them. A refusal is not kept: the same id may be tried again.
 */
final class Calls {
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
     * @param key the PayPal-Request-Id with what it is for, or null
     */
    record Call(Account account, String operation, String key, String content, Function<Change, Answer> work) {}

    private record Executed(Answer answer, List<ObjectNode> events) {}

    /** Executes a call and answers it, or does what its fault says. */
    void perform(HttpExchange exchange, Call call) throws IOException {
        Fault fault =
                faults.takeForCall(call.account().name(), call.operation()).orElse(null);
        Fault.Kind kind = fault == null ? null : fault.kind();
        if (kind == Fault.Kind.NO_CHARGE_NO_ANSWER) {
            pause(fault.millis());
            Wire.drop(exchange);
        } else if (kind == Fault.Kind.RATE_LIMITED) {
            Wire.send(exchange, Refusal.tooMany().answer());
        } else if (kind == Fault.Kind.ERROR_WITHOUT_CHARGE) {
            Wire.send(exchange, Refusal.broken().answer());
        } else {
            spoil(exchange, once(call), fault);
        }
    }

    private static void spoil(HttpExchange exchange, Answer answer, Fault fault) throws IOException {
        if (fault == null) {
            Wire.send(exchange, answer);
            return;
        }
        switch (fault.kind()) {
            case CHARGE_THEN_NO_ANSWER -> {
                pause(fault.millis());
                Wire.drop(exchange);
            }
            case CHARGE_THEN_RESET -> Wire.reset(exchange);
            case ERROR_AFTER_CHARGE -> Wire.send(exchange, Refusal.broken().answer());
            case TRUNCATED -> Wire.truncate(exchange, answer);
            case GARBLED -> Wire.send(exchange, Answer.html(200, "<!DOCTYPE html><title>Down for maintenance</title>"));
            default -> {
                pause(fault.millis());
                Wire.send(exchange, answer);
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer once(Call call) {
        if (call.key() != null && !call.account().claimKey(call.key())) {
            return Refusal.inProgress().answer();
        }
        try {
            Executed executed = execute(call);
            webhooks.send(call.account(), executed.events());
            return executed.answer();
        } catch (Refusal refusal) {
            return refusal.answer();
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
            Answer answer = call.work().apply(change);
            if (call.key() != null) {
                change.keepAnswer(Json.object()
                        .put("key", call.key())
                        .put("content", call.content())
                        .put("status", answer.status())
                        .put("body", answer.text()));
            }
            change.entry().ifPresent(entry -> accounts.commit(account, entry));
            return new Executed(answer, change.events());
        }
    }

    private static Answer replay(Call call, JsonNode kept) {
        if (!kept.path("content").asText().equals(call.content())) {
            throw Refusal.requestIdReused();
        }
        byte[] body = kept.path("body").asText().getBytes(StandardCharsets.UTF_8);
        return new Answer(200, Map.of("Content-Type", "application/json"), body);
    }
}
