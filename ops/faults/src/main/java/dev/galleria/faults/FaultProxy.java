package dev.galleria.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** A port that leads to another one, well or badly. Faults hold for what is connected and for what connects later. */
final class FaultProxy implements AutoCloseable {
    private static final int BLOCK = 16 * 1024;
    private static final long TICK_MILLIS = 10;

    private final ServerSocket server;
    private final IntSupplier target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Fault fault = new Fault.None();
    private volatile boolean closed;

    /** What is wrong with the line. */
    sealed interface Fault {
        /** Nothing. */
        record None() implements Fault {}

        /** Every block of bytes is late. */
        record Delay(long millis) implements Fault {}

        /** Nothing comes through, and nobody is told. */
        record BlackHole() implements Fault {}

        /** Who connects is sent away. */
        record Refuse() implements Fault {}

        /** Each connection breaks off after so many bytes of answer. */
        record CloseAfter(int bytes) implements Fault {}
    }

    FaultProxy(IntSupplier target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void set(Fault next) {
        fault = next;
        if (next instanceof Fault.Refuse) {
            reset();
        }
    }

    void heal() {
        fault = new Fault.None();
    }

    /** Breaks all connections with a reset. */
    void reset() {
        open.forEach(FaultProxy::breakOff);
    }

    private void accept() {
        while (!closed) {
            try {
                var client = server.accept();
                if (fault instanceof Fault.Refuse) {
                    breakOff(client);
                } else {
                    threads.execute(() -> connect(client));
                }
            } catch (IOException e) {
                if (!closed) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            client.setTcpNoDelay(true);
            waitOut();
            var far = new Socket(InetAddress.getLoopbackAddress(), target.getAsInt());
            far.setTcpNoDelay(true);
            open.add(far);
            threads.execute(() -> pump(client, far, false));
            pump(far, client, true);
        } catch (IOException e) {
            breakOff(client);
            open.remove(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        long passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            var block = new byte[BLOCK];
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                waitOut();
                passed += read;
                if (answers && fault instanceof Fault.CloseAfter limit && passed > limit.bytes()) {
                    break;
                }
                out.write(block, 0, read);
            }
        } catch (IOException e) {
            breakOff(to);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** A delay, or as long as the line is dead. */
    private void waitOut() {
        if (fault instanceof Fault.Delay delay) {
            Pause.millis(delay.millis());
        }
        while (fault instanceof Fault.BlackHole && !closed) {
            Pause.millis(TICK_MILLIS);
        }
    }

    private static void breakOff(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed already.
            return;
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reset();
            threads.shutdownNow();
        }
    }
}
