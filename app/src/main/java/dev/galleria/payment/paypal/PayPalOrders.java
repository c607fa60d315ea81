package dev.galleria.payment.paypal;

import com.paypal.sdk.models.AmountBreakdown;
import com.paypal.sdk.models.AmountWithBreakdown;
import com.paypal.sdk.models.CaptureStatus;
import com.paypal.sdk.models.CheckoutPaymentIntent;
import com.paypal.sdk.models.ItemRequest;
import com.paypal.sdk.models.LinkDescription;
import com.paypal.sdk.models.Order;
import com.paypal.sdk.models.OrderRequest;
import com.paypal.sdk.models.OrdersCapture;
import com.paypal.sdk.models.PaymentSource;
import com.paypal.sdk.models.PaypalExperienceUserAction;
import com.paypal.sdk.models.PaypalWallet;
import com.paypal.sdk.models.PaypalWalletContextShippingPreference;
import com.paypal.sdk.models.PaypalWalletExperienceContext;
import com.paypal.sdk.models.PurchaseUnit;
import com.paypal.sdk.models.PurchaseUnitRequest;
import dev.galleria.payment.Attempt;
import dev.galleria.payment.Display;
import dev.galleria.payment.Outcome;
import dev.galleria.platform.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our attempts as PayPal's orders and back. See developer.paypal.com/docs/api/orders/v2. */
final class PayPalOrders {
    private static final int LONGEST_NAME = 127;
    private static final Map<String, String> LOCALES = Map.of("en", "en-GB", "de", "de-DE", "fr", "fr-FR");
    private static final Set<CaptureStatus> TAKEN =
            Set.of(CaptureStatus.COMPLETED, CaptureStatus.PARTIALLY_REFUNDED, CaptureStatus.REFUNDED);

    private PayPalOrders() {}

    /** Word for word the same for the same attempt: PayPal refuses a key that comes again with other content. */
    static OrderRequest request(Attempt attempt) {
        var display = attempt.display();
        var id = attempt.id().value().toString();
        var amount = new AmountWithBreakdown.Builder(code(attempt.amount()), PayPalAmount.of(attempt.amount()));
        var unit = new PurchaseUnitRequest.Builder()
                .referenceId("default")
                .description(shortened(display.description()))
                .customId(id)
                // Taken once only by PayPal: a second guard against paying one attempt twice.
                .invoiceId(id);
        if (itemized(attempt)) {
            amount.breakdown(new AmountBreakdown.Builder()
                    .itemTotal(money(attempt.amount()))
                    .build());
            unit.items(display.items().stream()
                    .map(item -> item(item, attempt.amount()))
                    .toList());
        }
        var context = new PaypalWalletExperienceContext.Builder()
                .returnUrl(display.successUrl())
                .cancelUrl(display.cancelUrl())
                .shippingPreference(PaypalWalletContextShippingPreference.NO_SHIPPING)
                .userAction(PaypalExperienceUserAction.PAY_NOW)
                .locale(LOCALES.getOrDefault(display.language(), "en-GB"))
                .build();
        return new OrderRequest.Builder(
                        CheckoutPaymentIntent.CAPTURE,
                        List.of(unit.amount(amount.build()).build()))
                .paymentSource(new PaymentSource.Builder()
                        .paypal(new PaypalWallet.Builder()
                                .experienceContext(context)
                                .build())
                        .build())
                .build();
    }

    /** Whether the lines are what is to be paid, and PayPal can name each. */
    private static boolean itemized(Attempt attempt) {
        long sum = 0;
        boolean named = true;
        for (var item : attempt.display().items()) {
            named &= PayPalAmount.has(
                    new Money(item.unitMinor(), attempt.amount().currency()));
            sum = Math.addExact(sum, Math.multiplyExact(item.unitMinor(), (long) item.quantity()));
        }
        return named && sum == attempt.amount().minorUnits();
    }

    private static ItemRequest item(Display.Item item, Money amount) {
        return new ItemRequest.Builder(
                        shortened(item.label()),
                        money(new Money(item.unitMinor(), amount.currency())),
                        String.valueOf(item.quantity()))
                .build();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    static com.paypal.sdk.models.Money money(Money amount) {
        return new com.paypal.sdk.models.Money.Builder(code(amount), PayPalAmount.of(amount)).build();
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    /** What an order says of the attempt. What does not fit together is unknown. */
    static Outcome outcome(@Nullable Order order, Attempt attempt) {
        if (order == null || order.getId() == null || order.getStatus() == null) {
            return new Outcome.Unknown("an answer that is no order");
        }
        if (order.getPurchaseUnits() != null
                && !attempt.id()
                        .value()
                        .toString()
                        .equals(order.getPurchaseUnits().get(0).getCustomId())) {
            return new Outcome.Unknown("the answer is not about this payment");
        }
        return switch (order.getStatus()) {
            case CREATED, SAVED, PAYER_ACTION_REQUIRED -> new Outcome.Open(order.getId(), page(order));
            case VOIDED -> new Outcome.Ended(order.getId(), "voided");
            case COMPLETED -> completed(order);
            default -> new Outcome.Unknown("an order that is " + order.getStatus());
        };
    }

    private static @Nullable String page(Order order) {
        return Optional.ofNullable(order.getLinks()).orElse(List.of()).stream()
                .filter(link -> "payer-action".equals(link.getRel()) || "approve".equals(link.getRel()))
                .map(LinkDescription::getHref)
                .findFirst()
                .orElse(null);
    }

    private static Outcome completed(Order order) {
        var capture = Optional.ofNullable(order.getPurchaseUnits()).orElse(List.of()).stream()
                .map(PurchaseUnit::getPayments)
                .filter(java.util.Objects::nonNull)
                .flatMap(payments -> Optional.ofNullable(payments.getCaptures()).orElse(List.of()).stream())
                .findFirst();
        if (capture.isEmpty()
                || capture.get().getStatus() == null
                || capture.get().getId() == null) {
            return new Outcome.Unknown("a completed order whose capture is not to be seen");
        }
        return captured(order.getId(), capture.get());
    }

    private static Outcome captured(String orderId, OrdersCapture capture) {
        if (TAKEN.contains(capture.getStatus()) && capture.getAmount() != null) {
            return new Outcome.Paid(
                    orderId,
                    capture.getId(),
                    PayPalAmount.money(
                            capture.getAmount().getValue(), capture.getAmount().getCurrencyCode()),
                    null,
                    null);
        }
        return switch (capture.getStatus()) {
            case PENDING -> new Outcome.Open(orderId, null);
            case DECLINED, FAILED -> new Outcome.Ended(orderId, "declined");
            default -> new Outcome.Unknown("a capture that is " + capture.getStatus());
        };
    }
}
