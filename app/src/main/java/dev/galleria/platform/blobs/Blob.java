package dev.galleria.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A stored file while it is read: its length in bytes and its content. Close it. */
public record Blob(long length, InputStream content) implements AutoCloseable {

    /** All of it. */
    public byte[] bytes() {
        try {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A blob cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
