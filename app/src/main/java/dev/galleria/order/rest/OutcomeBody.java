package dev.galleria.order.rest;

import dev.galleria.order.Outcome;
import dev.galleria.order.PlacedOrder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a checkout.
 *
 * @param status PLACED: there is an order · REDIRECT: pay at the address · WAITING: the gateway has not said yet · OPEN: no
 *     money came, pay again · REFUNDED: the goods had gone, all of the money goes back
 * @param order once PLACED; whoever has its token may see it
 * @param redirect the gateway's page, for REDIRECT
 * @param notice why it is OPEN again
 */
@Schema(name = "CheckoutOutcome")
public record OutcomeBody(String status, @Nullable Ordered order, @Nullable String redirect, @Nullable String notice) {
    private static final int ASK_AGAIN = 2;

    /** A placed order. */
    @Schema(name = "PlacedOrder")
    public record Ordered(String number, String token, String href) {}

    /** There is an order (200). */
    static Response placed(PlacedOrder order) {
        var href = "/api/v1/orders/" + order.token();
        var ordered = new Ordered(OrderBody.plain(order.number()), order.token(), href);
        return privately(Response.ok(new OutcomeBody("PLACED", ordered, null, null)))
                .header(HttpHeaders.CONTENT_LOCATION, href)
                .build();
    }

    /** The buyer pays elsewhere (202). */
    static Response redirect(String url) {
        return privately(Response.accepted(new OutcomeBody("REDIRECT", null, url, null)))
                .build();
    }

    /** An order or its end is a 200, what is not known yet a 202. */
    static Response of(Outcome outcome) {
        if (outcome instanceof Outcome.Placed placed) {
            return placed(placed.order());
        }
        if (outcome instanceof Outcome.Waiting) {
            return privately(Response.accepted(new OutcomeBody("WAITING", null, null, null)))
                    .header(HttpHeaders.RETRY_AFTER, ASK_AGAIN)
                    .build();
        }
        var body = outcome instanceof Outcome.Reopened open
                ? new OutcomeBody("OPEN", null, null, open.notice().name())
                : new OutcomeBody("REFUNDED", null, null, null);
        return privately(Response.ok(body)).build();
    }

    private static Response.ResponseBuilder privately(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
