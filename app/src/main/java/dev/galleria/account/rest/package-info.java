/** How an account proves itself to the API. */
@NullMarked
package dev.galleria.account.rest;

import org.jspecify.annotations.NullMarked;
