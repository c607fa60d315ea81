/** Files that belong to a scope, usually a tenant: a directory of this machine, or a bucket of any S3. */
@NullMarked
package dev.galleria.platform.blobs;

import org.jspecify.annotations.NullMarked;
