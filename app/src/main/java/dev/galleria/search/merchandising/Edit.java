package dev.galleria.search.merchandising;

import java.util.List;
import java.util.UUID;

/** The answer to a change. When it is invalid, nothing has changed. */
public sealed interface Edit {
    /** What it is known by from now on. */
    record Done(UUID id) implements Edit {}

    /** All that is wrong; never empty. */
    record Invalid(List<Fault> faults) implements Edit {}
}
