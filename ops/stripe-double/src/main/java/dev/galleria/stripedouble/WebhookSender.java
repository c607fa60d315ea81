package dev.galleria.stripedouble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

    /** {@code t=…,v1=HMAC-SHA256(secret, t.payload)}, see "Verify webhook signatures manually" in Stripe's pages. */
    static String signature(String secret, long timestamp, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + timestamp + ",v1=" + HexFormat.of().formatHex(mac.doFinal(payload));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives the status of the answer. Redirects are not followed: to Stripe they are failures. */
    static int post(URI url, byte[] payload, String signature) throws IOException {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address(url.getHost()), port), CONNECT_MILLIS);
            plain.setSoTimeout(ANSWER_MILLIS);
            Socket socket = secure ? overTls(plain, url.getHost(), port) : plain;
            OutputStream out = socket.getOutputStream();
            out.write(head(url, payload.length, signature).getBytes(StandardCharsets.ISO_8859_1));
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

    private static String head(URI url, int length, String signature) {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        String host = url.getPort() >= 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
        String head = "POST " + target + " HTTP/1.1\r\nHost: " + host
                + "\r\nUser-Agent: Stripe/1.0 (Galleria's Stripe double)"
                + "\r\nContent-Type: application/json; charset=utf-8\r\nAccept: */*"
                + "\r\nConnection: close\r\nContent-Length: " + length;
        return signature == null ? head + "\r\n\r\n" : head + "\r\nStripe-Signature: " + signature + "\r\n\r\n";
    }

    private static int status(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null || !line.matches("HTTP/1\\.[01] \\d{3}.*")) {
            throw new IOException("No HTTP answer: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }
}
