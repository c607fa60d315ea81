package dev.galleria.paypaldouble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one signed event. It writes to a socket because {@code tenant.localhost} has to reach the loopback address with
 * its own Host header, which the JDK's clients allow only by a system property read once per process.
 */
final class WebhookSender {
    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 10_000;

    private WebhookSender() {}

    /** Gives the status of the answer. Redirects are not followed: to PayPal they are failures. */
    static int post(URI url, byte[] payload, Map<String, String> headers) throws IOException {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address(url.getHost()), port), CONNECT_MILLIS);
            plain.setSoTimeout(ANSWER_MILLIS);
            Socket socket = secure ? overTls(plain, url.getHost(), port) : plain;
            OutputStream out = socket.getOutputStream();
            out.write(head(url, payload.length, headers).getBytes(StandardCharsets.ISO_8859_1));
            out.write(payload);
            out.flush();
            return status(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        }
    }

    private static InetAddress address(String host) throws IOException {
        boolean local = "localhost".equals(host) || host.endsWith(".localhost");
        return InetAddress.getByName(local ? "127.0.0.1" : host);
    }

    private static Socket overTls(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String head(URI url, int length, Map<String, String> headers) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        String host = url.getPort() >= 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
        StringBuilder head = new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: PayPal/AUHD-1.0-1 (Galleria's PayPal double)"
                + "\r\nContent-Type: application/json\r\nAccept: */*"
                + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int status(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null || !line.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("No HTTP answer: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }
}
