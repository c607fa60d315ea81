package dev.galleria.catalog.collections;

import dev.galleria.catalog.editing.Fault;
import java.util.List;

/** The answer to a change of a collection. When it is invalid, nothing has changed. */
public sealed interface Saved {
    /** The collection as it is known from now on. */
    record Done(CollectionId collection, long version) implements Saved {}

    /** All that is wrong, in the order of the draft; never empty. */
    record Invalid(List<Fault> faults) implements Saved {}
}
