package dev.galleria.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Asks the running application whether its pages really answer, as a browser would ask. */
final class Answers {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Installation installation;

    Answers(Installation installation) {
        this.installation = installation;
    }

    /** Returns when the health check and the first page of each marketplace answer. */
    void await(List<Marketplace> marketplaces) {
        await("/health/ready", "console");
        marketplaces.forEach(marketplace -> await("/", marketplace.slug()));
    }

    private void await(String path, String label) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String answer = ask(path, label);
        while (!answer.matches("[23]..")) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure("The application started, but " + installation.url(label, path) + " answers "
                        + answer + "; see " + installation.log("galleria"));
            }
            Pause.millis(500);
            answer = ask(path, label);
        }
    }

    private String ask(String path, String label) {
        String host = URI.create(installation.url(label, "/")).getRawAuthority();
        String address = installation.bind().equals("0.0.0.0") ? "127.0.0.1" : installation.bind();
        var request = HttpRequest.newBuilder(URI.create("http://" + address + ":" + installation.port() + path))
                .header("Host", host)
                .timeout(Duration.ofSeconds(30))
                .build();
        try {
            return Integer.toString(
                    client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return "nothing (" + e.getMessage() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
    }
}
