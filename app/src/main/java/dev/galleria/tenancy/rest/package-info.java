/** Which marketplace the API speaks for. */
@NullMarked
package dev.galleria.tenancy.rest;

import org.jspecify.annotations.NullMarked;
