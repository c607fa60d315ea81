package dev.galleria.harness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks the application over HTTP from within it, where no client's library is. */
public final class PlainRequest {
    private PlainRequest() {}

    /** The whole answer of {@code <slug>.localhost} to a new visitor, its head included. */
    public static String get(String slug, String path) {
        try (var socket = new Socket("127.0.0.1", Ready.port())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + slug + ".localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
