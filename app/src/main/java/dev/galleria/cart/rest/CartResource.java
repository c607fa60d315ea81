package dev.galleria.cart.rest;

import dev.galleria.cart.CartDeductions;
import dev.galleria.cart.CartTokens;
import dev.galleria.cart.CartView;
import dev.galleria.cart.Carts;
import dev.galleria.platform.Money;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.Open;
import dev.galleria.platform.rest.Tags;
import dev.galleria.pricing.promotions.Coupons;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cart of an account, or of a guest who shows its token. A cart reserves nothing. */
@Path("v1/cart")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "cart")
public class CartResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Carts carts;

    @Inject
    CartTokens tokens;

    @Inject
    CartDeductions deductions;

    @Inject
    Coupons coupons;

    @Inject
    Shopper shopper;

    @Inject
    Tenancy tenancy;

    /** What names a guest's cart: to be sent as the header Cart-Token. */
    @Schema(name = "CartToken")
    public record Token(String token) {}

    /**
     * What is in a cart in figures.
     *
     * @param coupon the code that was given
     * @param total the goods less the deductions
     * @param taxIncluded whether the prices contain tax; where they do not, it is added at checkout, as is delivery
     */
    @Schema(name = "CartSummary")
    public record Summary(
            int count,
            int parcels,
            boolean ready,
            MoneyBody subtotal,
            @Nullable String coupon,
            List<Off> deductions,
            MoneyBody total,
            boolean taxIncluded) {}

    /** What a promotion takes off the goods. */
    @Schema(name = "CartDeduction")
    public record Off(String name, boolean byCoupon, MoneyBody amount) {}

    @POST
    @Open
    @Operation(
            summary = "A token for a new guest's cart",
            description =
                    "It comes in the body and in the header Cart-Token. Accounts need none: their cart is theirs.")
    @APIResponse(
            responseCode = "201",
            description = "The token",
            content = @Content(schema = @Schema(ref = "CartToken")))
    public Response open() {
        var token = tokens.issue();
        return Response.status(Response.Status.CREATED)
                .entity(new Token(token))
                .header(Shopper.CART, token)
                .header(HttpHeaders.LOCATION, "/api/v1/cart")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Operation(summary = "The cart with the prices and the stock of this moment")
    @APIResponse(
            responseCode = "200",
            description = "The cart with its ETag",
            content = @Content(schema = @Schema(ref = "Cart")))
    public Response read(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return personal(CartBody.of(view()), ifNoneMatch);
    }

    @GET
    @Path("summary")
    @Operation(summary = "What is in the cart in figures")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(ref = "CartSummary")))
    public Response summary(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var cart = view();
        var nothing = Money.zero(cart.subtotal().currency());
        var off = deductions.of(shopper.cart(), cart);
        var total = off.stream().map(one -> one.total(nothing)).reduce(cart.subtotal(), Money::minus);
        return personal(
                new Summary(
                        cart.count(),
                        cart.parcels().size(),
                        cart.ready(),
                        MoneyBody.of(cart.subtotal()),
                        coupons.entered(shopper.cart().value()).orElse(null),
                        off.stream()
                                .map(one -> new Off(one.name(), one.coupon() != null, MoneyBody.of(one.total(nothing))))
                                .toList(),
                        MoneyBody.of(total),
                        tenancy.current().pricesIncludeTax()),
                ifNoneMatch);
    }

    @DELETE
    @Open
    @Operation(summary = "Takes everything out. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "It is empty")
    public void clear() {
        carts.clear(shopper.cart());
    }

    private CartView view() {
        return carts.view(shopper.cart(), shopper.locale(), shopper.currency());
    }

    private static Response personal(Object body, @Nullable String ifNoneMatch) {
        return Response.fromResponse(Tags.ok(body, ifNoneMatch, PRIVATE))
                .header(HttpHeaders.VARY, Shopper.CART)
                .build();
    }
}
