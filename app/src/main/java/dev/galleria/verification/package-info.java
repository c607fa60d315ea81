/** Whether everything that must hold does hold: asked every night and after each start, kept for staff to see. */
@NullMarked
package dev.galleria.verification;

import org.jspecify.annotations.NullMarked;
