/** Where gateways deliver their events. */
@NullMarked
package dev.galleria.payment.web;

import org.jspecify.annotations.NullMarked;
