/** What people are told by mail: templates, a queue, delivery. */
@NullMarked
package dev.galleria.notification;

import org.jspecify.annotations.NullMarked;
