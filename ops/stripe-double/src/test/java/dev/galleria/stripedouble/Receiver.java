package dev.galleria.stripedouble;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop that takes webhooks. */
final class Receiver implements AutoCloseable {
    record Received(String host, String signature, String payload) {
        Event verified(String secret) throws SignatureVerificationException {
            return Webhook.constructEvent(payload, signature, secret);
        }

        String type() {
            return Event.GSON.fromJson(payload, Event.class).getType();
        }
    }

    final List<Received> received = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();
    private final HttpServer server;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hooks", exchange -> {
            String payload = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(
                    exchange.getRequestHeaders().getFirst("Host"),
                    exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                    payload));
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://atelier.localhost:" + server.getAddress().getPort() + "/hooks";
    }

    List<String> types() {
        return received.stream().map(Received::type).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
