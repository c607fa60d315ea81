/** Products as files: import with a look beforehand and a way back, export. Nobody uses it. */
@NullMarked
package dev.galleria.exchange;

import org.jspecify.annotations.NullMarked;
