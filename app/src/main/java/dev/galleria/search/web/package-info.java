/** Listings: departments, brands and search, all of them addresses that can be kept and shared. */
@NullMarked
package dev.galleria.search.web;

import org.jspecify.annotations.NullMarked;
