package dev.galleria.payment.stripe;

import com.stripe.model.Charge;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import dev.galleria.payment.Attempt;
import dev.galleria.payment.Display;
import dev.galleria.payment.Outcome;
import dev.galleria.platform.Money;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Our attempts as Stripe's Checkout Sessions and back. See docs.stripe.com/api/checkout/sessions. */
final class Sessions {
    /** Stripe wants at least 30 minutes; the rest leaves time to repeat the same call. Ours ends them before. */
    private static final Duration LIFE = Duration.ofMinutes(60);

    private Sessions() {}

    /** Word for word the same for the same attempt: Stripe refuses a key that comes again with other parameters. */
    static SessionCreateParams params(Attempt attempt) {
        var display = attempt.display();
        var id = attempt.id().value().toString();
        var builder = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setClientReferenceId(id)
                .putMetadata("payment", id)
                .putMetadata("checkout", attempt.checkoutId().toString())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setDescription(display.description())
                        .putMetadata("payment", id)
                        .putMetadata("checkout", attempt.checkoutId().toString())
                        .build())
                .setCustomerEmail(display.email())
                .setLocale(locale(display.language()))
                .setSuccessUrl(display.successUrl())
                .setCancelUrl(display.cancelUrl())
                .setExpiresAt(attempt.createdAt().plus(LIFE).getEpochSecond());
        for (var item : items(attempt)) {
            builder.addLineItem(lineItem(item, attempt.amount()));
        }
        return builder.build();
    }

    /** The lines, if they are what is to be paid; else one line for all. */
    private static List<Display.Item> items(Attempt attempt) {
        long sum = 0;
        boolean chargeable = true;
        for (var item : attempt.display().items()) {
            chargeable &= StripeAmount.has(item.unitMinor(), attempt.amount().currency());
            sum = Math.addExact(sum, Math.multiplyExact(item.unitMinor(), (long) item.quantity()));
        }
        return chargeable && sum == attempt.amount().minorUnits()
                ? attempt.display().items()
                : List.of(new Display.Item(
                        attempt.display().description(), 1, attempt.amount().minorUnits()));
    }

    private static LineItem lineItem(Display.Item item, Money amount) {
        return LineItem.builder()
                .setQuantity((long) item.quantity())
                .setPriceData(LineItem.PriceData.builder()
                        .setCurrency(amount.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                        .setUnitAmount(StripeAmount.of(item.unitMinor(), amount.currency()))
                        .setProductData(LineItem.PriceData.ProductData.builder()
                                .setName(item.label())
                                .build())
                        .build())
                .build();
    }

    private static SessionCreateParams.Locale locale(String language) {
        return Arrays.stream(SessionCreateParams.Locale.values())
                .filter(locale -> locale.getValue().equals(language))
                .findFirst()
                .orElse(SessionCreateParams.Locale.AUTO);
    }

    /** What a session, with its payment and charge in full, says of the attempt. What does not fit together is unknown. */
    static Outcome outcome(Session session, Attempt attempt) {
        if (session.getId() == null
                || session.getStatus() == null
                || !attempt.id().value().toString().equals(session.getClientReferenceId())) {
            return new Outcome.Unknown("the answer is not about this payment");
        }
        return switch (session.getStatus()) {
            case "open" -> new Outcome.Open(session.getId(), session.getUrl());
            case "expired" -> new Outcome.Ended(session.getId(), "expired");
            case "complete" -> completed(session);
            default -> new Outcome.Unknown("a session that is " + session.getStatus());
        };
    }

    private static Outcome completed(Session session) {
        if ("unpaid".equals(session.getPaymentStatus())) {
            return new Outcome.Open(session.getId(), session.getUrl());
        }
        var intent = session.getPaymentIntentObject();
        if (!"paid".equals(session.getPaymentStatus())
                || intent == null
                || intent.getAmountReceived() == null
                || intent.getCurrency() == null
                || !"succeeded".equals(intent.getStatus())) {
            return new Outcome.Unknown("a completed session whose payment is not to be seen");
        }
        var card = Optional.ofNullable(intent.getLatestChargeObject())
                .map(Charge::getPaymentMethodDetails)
                .map(Charge.PaymentMethodDetails::getCard);
        return new Outcome.Paid(
                session.getId(),
                intent.getId(),
                StripeAmount.money(
                        intent.getAmountReceived(),
                        Currency.getInstance(intent.getCurrency().toUpperCase(Locale.ROOT))),
                card.map(Charge.PaymentMethodDetails.Card::getBrand).orElse(null),
                card.map(Charge.PaymentMethodDetails.Card::getLast4).orElse(null));
    }
}
