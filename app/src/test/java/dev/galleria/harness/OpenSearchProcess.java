package dev.galleria.harness;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** OpenSearch in a process of its own, which ends when this one does. */
final class OpenSearchProcess implements Closeable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final String uri;

    private OpenSearchProcess(Process process, String uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts it with empty data in the directory, on that port of this machine. */
    static OpenSearchProcess start(Path built, Path directory, int port) throws IOException {
        var classes = built.resolve("classes") + ":" + Files.readString(built.resolve("classpath.txt"));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        "dev.galleria.opensearch.OpenSearchServer",
                        directory.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("opensearch.log").toFile())
                .start();
        var started = new OpenSearchProcess(process, "http://127.0.0.1:" + port);
        Awaitility.await("OpenSearch, see " + directory.resolve("opensearch.log"))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(started::answers);
        return started;
    }

    String uri() {
        return uri;
    }

    private boolean answers() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("OpenSearch has ended with " + process.exitValue());
        }
        var request = HttpRequest.newBuilder(URI.create(uri + "/_cluster/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        return HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
