package dev.galleria.exchange.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.ProductState;
import dev.galleria.exchange.Exports;
import dev.galleria.platform.rest.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Products as files. */
@Path("v1/exports")
@RequestScoped
@SecurityRequirement(name = "token")
@Tag(name = "exports")
public class ExportResource {
    @Inject
    Exports exports;

    @Inject
    CurrentAccount current;

    @GET
    @Path("products.csv")
    @Produces("text/csv")
    @Operation(
            summary =
                    "All products that the caller may edit or sells, or those of a filter; sent back they change nothing",
            description = "Filters: q (words), status (active, draft, archived), category, brand, seller (slugs).")
    @APIResponse(responseCode = "200", description = "CSV in UTF-8 with a byte order mark")
    public Response products(
            @QueryParam("q") @Nullable String words,
            @QueryParam("status") @Nullable String status,
            @QueryParam("category") @Nullable String category,
            @QueryParam("brand") @Nullable String brand,
            @QueryParam("seller") @Nullable String seller) {
        var account =
                current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …"));
        var filter = new Exports.Filter(words, state(status), category, brand, seller);
        exports.require(account, filter);
        StreamingOutput body = out -> exports.write(account, filter, out);
        return Response.ok(body)
                .type("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"products.csv\"")
                .build();
    }

    private static @Nullable ProductState state(@Nullable String status) {
        if (status == null || status.isEmpty()) {
            return null;
        }
        return Arrays.stream(ProductState.values())
                .filter(state -> state != ProductState.DELETED
                        && state.name().toLowerCase(Locale.ROOT).equals(status))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "request/parameter", "status is active, draft or archived."));
    }
}
