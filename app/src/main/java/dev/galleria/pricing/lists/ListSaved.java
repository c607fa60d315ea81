package dev.galleria.pricing.lists;

import dev.galleria.catalog.editing.Fault;
import java.util.List;

/** The answer to a change of a price list. When it is invalid, nothing has changed. */
public sealed interface ListSaved {
    /** The list as it is known from now on. */
    record Done(PriceListId list, long version) implements ListSaved {}

    /** All that is wrong; never empty. */
    record Invalid(List<Fault> faults) implements ListSaved {}
}
