/** Who is behind a request: the session's cookie, guarded paths. */
@NullMarked
package dev.galleria.account.web;

import org.jspecify.annotations.NullMarked;
