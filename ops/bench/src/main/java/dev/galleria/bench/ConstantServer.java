package dev.galleria.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** The same server as Galleria's with nothing in it but {@link ConstantServlet}. */
final class ConstantServer implements Server, AutoCloseable {
    /** By name: the bench itself has no servlets' library. */
    private static final String SERVLET = "dev/galleria/bench/ConstantServlet.class";

    private final Process process;
    private final int port;

    private ConstantServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static ConstantServer start(Path root, Path state) throws IOException {
        int port = freePort();
        var boot = state.resolve("constant-boot.txt");
        Files.writeString(
                boot,
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                        + ".address=127.0.0.1\n");
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-jar",
                        root.resolve("ops/launcher/target/dist/payara-micro.jar")
                                .toString(),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--prebootcommandfile",
                        boot.toString(),
                        "--deploy",
                        war(state).toString(),
                        "--contextroot",
                        "/",
                        "--port",
                        Integer.toString(port)))
                .redirectErrorStream(true)
                .start();
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("ready in")) {
                // It says no more than its pipe holds: nobody needs to read on.
                return new ConstantServer(process, port);
            }
        }
        throw new IOException("The server of the ceiling did not start");
    }

    private static Path war(Path state) throws IOException {
        var war = state.resolve("constant.war");
        try (var out = new JarOutputStream(Files.newOutputStream(war));
                InputStream code = ConstantServer.class.getClassLoader().getResourceAsStream(SERVLET)) {
            out.putNextEntry(new ZipEntry("WEB-INF/classes/" + SERVLET));
            code.transferTo(out);
        }
        return war;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long applicationMicros() throws IOException {
        return Cpu.ofProcess(process.pid());
    }

    @Override
    public long databaseMicros() {
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
