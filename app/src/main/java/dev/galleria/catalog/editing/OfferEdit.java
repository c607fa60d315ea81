package dev.galleria.catalog.editing;

import dev.galleria.catalog.OfferId;
import java.util.List;

/** The answer to a change of an offer. When it is invalid, nothing has changed. */
public sealed interface OfferEdit {
    /** The offer as it is known from now on. */
    record Done(OfferId offer, long version) implements OfferEdit {}

    /** All that is wrong; never empty. Pointers begin at the terms: {@code /sale/from}. */
    record Invalid(List<Fault> faults) implements OfferEdit {}
}
