package dev.galleria.platform.blobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Blobs as files of a directory, each scope in one of its own. */
final class LocalBlobs implements BlobStore {
    private final Path root;

    LocalBlobs(Path root) {
        this.root = root;
    }

    /** Nobody ever sees half a file: it is written beside its place, made durable, and moved there in one step. */
    @Override
    public void put(BlobName name, byte[] content, String type) {
        var file = file(name);
        try {
            Files.createDirectories(file.getParent());
            var half = Files.createTempFile(file.getParent(), ".", ".half");
            try {
                write(half, content);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                flush(file.getParent());
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        var file = file(name);
        try {
            var stream = Files.newInputStream(file);
            return Optional.of(new Blob(Files.size(file), stream));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    @Override
    public boolean exists(BlobName name) {
        return Files.isRegularFile(file(name));
    }

    @Override
    public void delete(BlobName name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file(name), e);
        }
    }

    private Path file(BlobName name) {
        return root.resolve(name.scope()).resolve(name.path());
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The move itself is durable only with its directory. */
    private static void flush(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
