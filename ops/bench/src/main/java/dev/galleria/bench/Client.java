package dev.galleria.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The least that speaks HTTP/1.1 over one kept connection: a client that costs more would measure itself. */
final class Client implements AutoCloseable {
    private final int port;
    private Socket socket;
    private InputStream in;
    private BufferedOutputStream out;

    /** A browser keeps the name that it is given with the first answer. */
    private String cookie = "";

    Client(int port) {
        this.port = port;
    }

    /** Status and length of an answer; where it leads, if it does. */
    record Answer(int status, int length, byte[] body, String location) {}

    Answer get(String host, String path) throws IOException {
        return get(host, path, "");
    }

    /** Headers are whole lines, each with its line end; without Accept anything is. */
    Answer get(String host, String path, String headers) throws IOException {
        return send("GET", host, path, headers, "");
    }

    /** Headers are whole lines, each with its line end; the body is JSON if they do not say otherwise. */
    Answer send(String method, String host, String path, String headers, String body) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
            out = new BufferedOutputStream(socket.getOutputStream());
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                + (headers.contains("Accept:") ? "" : "Accept: */*\r\n") + cookie
                + headers
                + (body.isEmpty() ? "" : type(headers) + "Content-Length: " + bytes.length + "\r\n")
                + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
        return read();
    }

    private static String type(String headers) {
        return headers.contains("Content-Type:") ? "" : "Content-Type: application/json\r\n";
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        boolean close = false;
        var location = "";
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            if (lower.startsWith("set-cookie: gv=")) {
                cookie = "Cookie: " + header.substring(12).split(";")[0] + "\r\n";
            }
            if (lower.startsWith("location:")) {
                location = header.substring(9).strip();
            }
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        var body = status == 304 || status == 204 ? new byte[0] : length >= 0 ? in.readNBytes(length) : chunks();
        if (close) {
            close();
        }
        return new Answer(status, body.length, body, location);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var text = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
