package dev.galleria.platform.blobs;

import dev.galleria.platform.Settings;
import dev.galleria.platform.blobs.s3.S3Blobs;
import dev.galleria.platform.blobs.s3.S3Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;

/** Opens the store that the operator has chosen: a bucket when {@code galleria.s3.bucket} names one, else a directory. */
@ApplicationScoped
class Blobs {
    @Produces
    @ApplicationScoped
    BlobStore open() {
        return Settings.text("galleria.s3.bucket")
                .<BlobStore>map(bucket -> new S3Blobs(S3Place.of(bucket)))
                .orElseGet(() -> new LocalBlobs(Settings.data().resolve("blobs")));
    }

    void close(@Disposes BlobStore store) throws Exception {
        if (store instanceof AutoCloseable open) {
            open.close();
        }
    }
}
