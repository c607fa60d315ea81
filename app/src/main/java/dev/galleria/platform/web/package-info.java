/** The edge: routes, security of requests, health, how problems are shown. */
@NullMarked
package dev.galleria.platform.web;

import org.jspecify.annotations.NullMarked;
