package dev.galleria.catalog.editing;

import dev.galleria.catalog.ProductId;
import java.util.List;

/** The answer to a change of a product. When it is invalid, nothing has changed. */
public sealed interface Edit {
    /** The product as it is known from now on. */
    record Done(ProductId product, long version) implements Edit {}

    /** All that is wrong, in the order of the draft; never empty. */
    record Invalid(List<Fault> faults) implements Edit {}
}
