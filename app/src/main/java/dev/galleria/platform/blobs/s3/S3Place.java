package dev.galleria.platform.blobs.s3;

import dev.galleria.platform.Settings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A bucket and how to reach it.
 *
 * @param endpoint null for Amazon's own
 * @param pathStyle whether the bucket stands in the path instead of the host's name, as most others than Amazon want it
 */
public record S3Place(
        @Nullable URI endpoint, String region, String bucket, String accessKey, String secretKey, boolean pathStyle) {

    /** As the operator has set it: {@code galleria.s3.endpoint}, region, access-key, secret-key, path-style. */
    public static S3Place of(String bucket) {
        var endpoint = Settings.text("galleria.s3.endpoint");
        return new S3Place(
                endpoint.map(URI::create).orElse(null),
                Settings.text("galleria.s3.region").orElse("us-east-1"),
                bucket,
                required("galleria.s3.access-key"),
                required("galleria.s3.secret-key"),
                Settings.text("galleria.s3.path-style")
                        .map(Boolean::parseBoolean)
                        .orElse(endpoint.isPresent()));
    }

    private static String required(String key) {
        return Settings.text(key).orElseThrow(() -> new IllegalStateException("The setting " + key + " is missing."));
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return bucket + " at " + endpoint;
    }
}
