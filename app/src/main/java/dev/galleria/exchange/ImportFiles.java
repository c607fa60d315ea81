package dev.galleria.exchange;

import dev.galleria.platform.Problem;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files that came in, each tenant's in a directory of its own. */
@ApplicationScoped
class ImportFiles {
    /** Bytes of one file. */
    static final long LIMIT = 512L << 20;

    @Inject
    Tenancy tenancy;

    /** Keeps what the stream brings; more than {@link #LIMIT} is a Problem (REFUSED) and leaves nothing. */
    void keep(ImportId id, InputStream stream) {
        var file = of(id);
        try {
            Files.createDirectories(file.getParent());
            var half = Files.createTempFile(file.getParent(), ".", ".half");
            try {
                try (var out = Files.newOutputStream(half)) {
                    copy(stream, out);
                }
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream stream, java.io.OutputStream out) throws IOException {
        var buffer = new byte[1 << 16];
        long total = 0;
        for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
            total += length;
            if (total > LIMIT) {
                throw Problem.refused("exchange/too-large", LIMIT);
            }
            out.write(buffer, 0, length);
        }
    }

    Path of(ImportId id) {
        return Settings.data()
                .resolve("blobs")
                .resolve(tenancy.current().id().toString())
                .resolve("imports")
                .resolve(id + ".csv");
    }
}
