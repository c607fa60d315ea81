package dev.galleria.payment;

import dev.galleria.platform.Money;
import org.jspecify.annotations.Nullable;

/** What a gateway says of one payment. */
public sealed interface Outcome {
    /** It waits for the shopper. */
    record Open(String sessionRef, @Nullable String url) implements Outcome {}

    /** It is promised, not taken. */
    record Promised() implements Outcome {}

    /** It has been taken. */
    record Paid(
            @Nullable String sessionRef,
            String gatewayRef,
            Money amount,
            @Nullable String cardBrand,
            @Nullable String cardLast4)
            implements Outcome {}

    /** It has ended without money and cannot be paid any more. */
    record Ended(@Nullable String sessionRef, String reason) implements Outcome {}

    /** The gateway understood and will not do it: there is nothing there. */
    record Refused(String reason) implements Outcome {}

    /** No answer, or none that can be understood: it may have happened or not. */
    record Unknown(String reason) implements Outcome {}

    /** The gateway was not called at all, because it has failed too often just now. */
    record NotCalled() implements Outcome {}
}
