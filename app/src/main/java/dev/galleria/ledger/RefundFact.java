package dev.galleria.ledger;

import dev.galleria.platform.Money;
import java.util.UUID;

/**
 * Money that has gone back to a buyer.
 *
 * @param reference names the fact: once posted it is not posted again
 * @param through the party of {@link BookAccount#CLEARING} that gave it
 * @param purpose under which a plan may say whose goods it is for
 */
public record RefundFact(String reference, UUID payment, String through, Money amount, String purpose) {}
