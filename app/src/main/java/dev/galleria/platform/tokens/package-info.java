/** The key that signs access tokens (RFC 7519), and what the server that verifies them is told. */
@NullMarked
package dev.galleria.platform.tokens;

import org.jspecify.annotations.NullMarked;
