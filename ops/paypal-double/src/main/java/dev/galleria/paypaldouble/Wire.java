package dev.galleria.paypaldouble;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** Puts an answer on the wire, whole or broken. */
final class Wire {
    private Wire() {}

    static void send(HttpExchange exchange, Answer answer) throws IOException {
        begin(exchange, answer);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    /** Announces the whole body, sends half of it and closes. */
    static void truncate(HttpExchange exchange, Answer answer) throws IOException {
        begin(exchange, answer);
        OutputStream out = exchange.getResponseBody();
        out.write(Arrays.copyOf(answer.body(), answer.body().length / 2));
        out.flush();
        exchange.close();
    }

    private static void begin(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    }

    /** Closes without a byte. */
    static void drop(HttpExchange exchange) {
        exchange.close();
    }

    /**
     * Resets the connection (TCP RST). The JDK's server hides its channel; with {@code --add-opens
     * jdk.httpserver/sun.net.httpserver=ALL-UNNAMED}, which the runnable jar's manifest asks for, it is reached. Without
     * it the connection is closed without a byte, which the caller sees as an unexpected end.
     */
    static void reset(HttpExchange exchange) {
        try {
            Object connection = field(field(exchange, "impl"), "connection");
            SocketChannel channel = (SocketChannel) field(connection, "chan");
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        } catch (ReflectiveOperationException | RuntimeException | IOException e) {
            exchange.close();
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }
}
