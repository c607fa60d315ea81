/** The demo's mailbox. */
@NullMarked
package dev.galleria.notification.web;

import org.jspecify.annotations.NullMarked;
