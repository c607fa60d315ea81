package dev.galleria.pricing.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.platform.Ending;
import dev.galleria.platform.Exchange;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.ReadOnly;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import dev.galleria.pricing.Currencies;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The currencies that the marketplace can be paid in besides its own, for the marketplace's own people. */
@Path("v1/currencies")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "currencies")
@SecurityRequirement(name = "token")
public class CurrencyResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Currencies currencies;

    @Inject
    CurrentAccount current;

    /** The currencies by code. */
    @Schema(name = "CurrencyBodies")
    public record Page(List<CurrencyBody> items) {}

    /** One unit of {@code from} is {@code rate} units of {@code currency}; converted prices end as {@code ending} says. */
    @Schema(name = "CurrencyBody")
    public record CurrencyBody(String currency, String from, BigDecimal rate, Ending ending) {
        private static CurrencyBody of(Exchange exchange) {
            return new CurrencyBody(
                    exchange.to().getCurrencyCode(),
                    exchange.from().getCurrencyCode(),
                    exchange.rate(),
                    exchange.ending());
        }
    }

    /** On which terms a currency is sold in; an exact ending unless another is named. */
    @Schema(name = "CurrencyInput")
    @ReadOnly({"currency", "from"})
    public record CurrencyInput(BigDecimal rate, @Nullable Ending ending) {}

    @GET
    @Operation(summary = "The currencies that the marketplace can be paid in besides its own")
    @APIResponse(
            responseCode = "200",
            description = "As they are",
            content = @Content(schema = @Schema(ref = "CurrencyBodies")))
    public Response list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(
                new Page(
                        currencies.list(editor()).stream().map(CurrencyBody::of).toList()),
                ifNoneMatch,
                PRIVATE);
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sells in that currency from now on, or on other terms. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "422", description = "The terms have faults")
    public void put(@PathParam("code") String code, CurrencyInput input) {
        var ending = input.ending() == null ? Ending.EXACT : input.ending();
        var faults = currencies.put(editor(), code, input.rate(), ending);
        if (!faults.isEmpty()) {
            throw Refusal.faults(faults.stream()
                    .map(fault -> new ApiFault(
                            fault.pointer(),
                            fault.code(),
                            Texts.of(Locale.ENGLISH, fault.key(), fault.values().toArray())))
                    .toList());
        }
    }

    @DELETE
    @Path("{code}")
    @Operation(summary = "Sells in that currency no more; orders keep theirs. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "It is not sold in")
    public void remove(@PathParam("code") String code) {
        currencies.remove(editor(), code);
    }

    /** Without a token 401; a shopper is a Problem (FORBIDDEN). */
    private Editor editor() {
        return Editor.of(
                current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …")));
    }
}
