package dev.galleria.platform.blobs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Problem;
import dev.galleria.platform.blobs.s3.S3Blobs;
import dev.galleria.platform.blobs.s3.S3Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against S3Proxy, a server of the protocol that checks signatures and keeps its objects as files. */
class S3BlobsTest extends BlobStoreContract {
    private static final String BUCKET = "pictures";
    private static final Path SERVER = Path.of("target/s3/s3proxy.jar");

    @TempDir
    static Path directory;

    private static Process server;
    private static URI endpoint;
    private static S3Blobs blobs;

    @BeforeAll
    static void start() throws IOException {
        int port = freePort();
        endpoint = URI.create("http://127.0.0.1:" + port);
        var objects = Files.createDirectories(directory.resolve("objects"));
        Files.createDirectories(objects.resolve(BUCKET));
        var settings = new Properties();
        settings.putAll(Map.of(
                "s3proxy.endpoint", endpoint.toString(),
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", "galleria",
                "s3proxy.credential", "a-secret-key",
                "jclouds.provider", "filesystem-nio2",
                "jclouds.filesystem.basedir", objects.toString(),
                "jclouds.identity", "unused",
                "jclouds.credential", "unused"));
        var file = directory.resolve("s3proxy.conf");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        SERVER.toString(),
                        "--properties",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("s3proxy.log").toFile())
                .start();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> answers(port));
        blobs = new S3Blobs(place("a-secret-key"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        blobs.close();
        server.destroy();
        server.waitFor();
    }

    @Test
    void isUnavailableToWhoeverHasAnotherKey() {
        try (var stranger = new S3Blobs(place("another-key"))) {
            assertThatThrownBy(() -> stranger.put(new BlobName("one", "a"), new byte[1], "image/jpeg"))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> org.assertj.core.api.Assertions.assertThat(problem.kind())
                                    .isEqualTo(Problem.Kind.UNAVAILABLE));
        }
    }

    @Override
    BlobStore store() {
        return blobs;
    }

    private static S3Place place(String secret) {
        return new S3Place(endpoint, "us-east-1", BUCKET, "galleria", secret, true);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
