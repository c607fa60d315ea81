package dev.galleria.platform.blobs.s3;

import dev.galleria.platform.Problem;
import dev.galleria.platform.blobs.Blob;
import dev.galleria.platform.blobs.BlobName;
import dev.galleria.platform.blobs.BlobStore;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Blobs as objects of a bucket, named by scope and path. The bucket must exist; S3 writes an object whole or not at all. */
public final class S3Blobs implements BlobStore, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(S3Blobs.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(40);
    private static final int MISSING = 404;

    private final S3Client client;
    private final String bucket;

    public S3Blobs(S3Place place) {
        bucket = place.bucket();
        var builder = S3Client.builder()
                .region(Region.of(place.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(place.accessKey(), place.secretKey())))
                .forcePathStyle(place.pathStyle())
                // Checksums that only Amazon understands are left out unless they are required.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(ANSWER))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(ALL_ATTEMPTS));
        if (place.endpoint() != null) {
            builder.endpointOverride(place.endpoint());
        }
        client = builder.build();
    }

    @Override
    public void put(BlobName name, byte[] content, String type) {
        ask(() -> client.putObject(
                request -> request.bucket(bucket).key(name.full()).contentType(type), RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<Blob> find(BlobName name) {
        return ask(() -> {
            try {
                var answer = client.getObject(request -> request.bucket(bucket).key(name.full()));
                return Optional.of(new Blob(answer.response().contentLength(), answer));
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean exists(BlobName name) {
        return ask(() -> {
            try {
                client.headObject(request -> request.bucket(bucket).key(name.full()));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == MISSING) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public void delete(BlobName name) {
        ask(() -> client.deleteObject(request -> request.bucket(bucket).key(name.full())));
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T ask(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            LOG.log(Level.WARNING, e, () -> "The object storage does not do as asked");
            throw new Problem(Problem.Kind.UNAVAILABLE, "platform/blobs-unavailable", e.getMessage());
        }
    }
}
