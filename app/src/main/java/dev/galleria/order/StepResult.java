package dev.galleria.order;

import java.util.Map;

/** The answer to filling in a step. */
public sealed interface StepResult {
    /** Kept; the view says what is next. */
    record Accepted(CheckoutView checkout) implements StepResult {}

    /** Nothing was kept: what is wrong, by field, as keys of texts. Shipping fields are {@code shipping.<seller id>}. */
    record Rejected(Map<String, String> faults) implements StepResult {}

    /** Nothing was changed: the checkout is no longer open (409). */
    record Moved(CheckoutView checkout) implements StepResult {}
}
