/** Blobs in a bucket of Amazon S3 or of anything that speaks its protocol. */
@NullMarked
package dev.galleria.platform.blobs.s3;

import org.jspecify.annotations.NullMarked;
