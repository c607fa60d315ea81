/** Price lists by REST. */
@NullMarked
package dev.galleria.pricing.rest;

import org.jspecify.annotations.NullMarked;
