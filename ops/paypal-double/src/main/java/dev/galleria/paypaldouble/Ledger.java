package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The append-only file {@code ledger.jsonl}: one line of JSON per change, forced to disk before the change is answered.
 * A line cut short by a crash was never answered and is dropped at the next start; any other unreadable line is an
 * error.
 */
final class Ledger implements AutoCloseable {
    private final FileChannel channel;
    private long sequence;

    private Ledger(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the ledger of a directory, creating it if need be, and hands every earlier entry to the reader. */
    static Ledger open(Path directory, Consumer<JsonNode> reader) throws IOException {
        Files.createDirectories(directory);
        FileChannel channel = FileChannel.open(
                directory.resolve("ledger.jsonl"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            lock(channel, directory);
            Ledger ledger = new Ledger(channel);
            ledger.replay(Files.readAllBytes(directory.resolve("ledger.jsonl")), reader);
            return ledger;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path directory) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IOException("Another process writes to the ledger in " + directory);
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("This process already writes to the ledger in " + directory, e);
        }
    }

    private void replay(byte[] bytes, Consumer<JsonNode> reader) throws IOException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                JsonNode entry = Json.parse(Arrays.copyOfRange(bytes, start, i));
                sequence = entry.path("seq").asLong();
                reader.accept(entry);
                start = i + 1;
            }
        }
        channel.truncate(start);
        channel.position(start);
    }

    /** Adds one entry; when this returns, it is on the disk. */
    synchronized void append(ObjectNode entry) {
        entry.put("seq", ++sequence);
        byte[] json = Json.bytes(entry);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
