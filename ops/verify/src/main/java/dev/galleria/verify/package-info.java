/** Facts that must hold, as SQL over the views {@code inv_*}: one list for the operator's command and the nightly job. */
package dev.galleria.verify;
