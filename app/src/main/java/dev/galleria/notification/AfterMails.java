package dev.galleria.notification;

import dev.galleria.order.OrderDetails;
import dev.galleria.order.OrderId;
import dev.galleria.order.OrderState;
import dev.galleria.order.Orders;
import dev.galleria.order.Refund;
import dev.galleria.order.Refunds;
import dev.galleria.order.ReturnId;
import dev.galleria.order.ReturnState;
import dev.galleria.order.Returns;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Writes and queues the mails about what becomes of an order after it was placed. */
@ApplicationScoped
class AfterMails {
    @Inject
    Orders orders;

    @Inject
    Refunds refunds;

    @Inject
    Returns returns;

    @Inject
    Sellers sellers;

    @Inject
    Mailer mailer;

    @Inject
    Letters letters;

    @Inject
    Tenancy tenancy;

    void refunded(OrderId id, UUID given) {
        var order = order(id);
        var refund = refunds.of(id).stream()
                .filter(one -> one.id().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("order/unknown-refund", given));
        if (order.state() == OrderState.CANCELED) {
            return; // The mail about the cancellation says it.
        }
        var locale = order.locale();
        var amount = MoneyText.of(refund.amount(), locale);
        var lead = refund.settlement() == Refund.Settlement.UNCHARGED ? "mail.uncharged.lead" : "mail.refunded.lead";
        tell(
                "order-refunded:" + given,
                order,
                letter(order)
                        .told(
                                Texts.of(locale, "mail.refunded.subject", order.number()),
                                Texts.of(locale, "mail.refunded.title"),
                                Texts.of(locale, lead, order.number(), amount),
                                refund.reason().length() < 3 || refund.kind() == Refund.Kind.CANCELLATION
                                        ? ""
                                        : refund.reason()));
    }

    void linesCanceled(OrderId id, UUID event) {
        var order = order(id);
        var locale = order.locale();
        tell(
                "order-lines-canceled:" + event,
                order,
                letter(order)
                        .told(
                                Texts.of(locale, "mail.lines.subject", order.number()),
                                Texts.of(locale, "mail.lines.title"),
                                Texts.of(locale, "mail.lines.lead", order.number()),
                                ""));
    }

    void returned(ReturnId id, ReturnState state) {
        var back = returns.find(null, id);
        var order = order(back.order());
        var locale = order.locale();
        var said = Texts.of(locale, "return.state." + state);
        tell(
                "return:" + id + ":" + state,
                order,
                letter(order)
                        .told(
                                Texts.of(locale, "mail.return.subject", back.number(), said),
                                Texts.of(locale, "mail.return.title", back.number(), said),
                                Texts.of(locale, "mail.return.lead", order.number(), said),
                                back.state() == state ? back.answer() : ""));
        if (state == ReturnState.REQUESTED) {
            sellers.find(back.seller()).ifPresent(seller -> ask(back.number(), id, order, seller.email()));
        }
    }

    /** The seller is written to in the marketplace's own language; the button leads to its back office. */
    private void ask(String number, ReturnId id, OrderDetails order, String recipient) {
        var tenant = tenancy.current();
        var locale = tenant.defaultLocale();
        var said = Texts.of(locale, "return.state." + ReturnState.REQUESTED);
        var letter = letter(order)
                .told(
                        Texts.of(locale, "mail.return.subject", number, said),
                        Texts.of(locale, "mail.return.title", number, said),
                        Texts.of(locale, "mail.return.seller", order.number()),
                        "");
        letter.put("orderAddress", tenancy.address(tenant) + "/backoffice/returns/" + id);
        queue("return-seller:" + id, recipient, locale, letter);
    }

    private void tell(String reference, OrderDetails order, Map<String, Object> values) {
        queue(reference, order.email(), order.locale(), values);
    }

    private void queue(String reference, String recipient, Locale locale, Map<String, Object> values) {
        mailer.queue(new NewMail(
                reference,
                recipient,
                locale,
                values.get("subject").toString(),
                letters.html("told", values, locale),
                letters.text("told", values, locale)));
    }

    private OrderLetter letter(OrderDetails order) {
        var tenant = tenancy.current();
        return new OrderLetter(order, tenant, tenancy.address(tenant));
    }

    private OrderDetails order(OrderId id) {
        return orders.find(id).orElseThrow(() -> Problem.notFound("order/unknown", id));
    }
}
