/** Pages of the catalog: home, departments, products, sellers' shelves. */
@NullMarked
package dev.galleria.catalog.web;

import org.jspecify.annotations.NullMarked;
