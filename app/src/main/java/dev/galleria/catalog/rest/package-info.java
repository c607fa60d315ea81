/** The catalog over HTTP: what shoppers see for everybody, what editors write for those who may. */
@NullMarked
package dev.galleria.catalog.rest;

import org.jspecify.annotations.NullMarked;
