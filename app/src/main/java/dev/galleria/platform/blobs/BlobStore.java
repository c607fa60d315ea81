package dev.galleria.platform.blobs;

import java.util.Optional;

/**
 * Keeps files. Each is written whole or not at all, and whoever reads sees the old content or the new. A store that does not
 * answer is a Problem (UNAVAILABLE). It may be far away: never to be called inside a transaction.
 */
public interface BlobStore {
    /** Writes the content, replacing what was there; it is durable afterwards. The type is that of RFC 9110 section 8.3. */
    void put(BlobName name, byte[] content, String type);

    /** The blob to be read and closed; empty when there is none. */
    Optional<Blob> find(BlobName name);

    boolean exists(BlobName name);

    /** Removes the blob. Repeating changes nothing. */
    void delete(BlobName name);
}
