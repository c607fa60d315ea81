package dev.galleria.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LocalBlobsTest extends BlobStoreContract {
    @TempDir
    static Path directory;

    private LocalBlobs blobs;

    @BeforeEach
    void open() {
        blobs = new LocalBlobs(directory);
    }

    /** Nothing half-done stays behind. */
    @AfterEach
    void isTidy() throws IOException {
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(file -> file.getFileName().toString().endsWith(".half")))
                    .isEmpty();
        }
    }

    @Override
    BlobStore store() {
        return blobs;
    }
}
