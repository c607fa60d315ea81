package dev.galleria.exchange.rest;

import dev.galleria.account.Account;
import dev.galleria.account.CurrentAccount;
import dev.galleria.exchange.FaultTexts;
import dev.galleria.exchange.Import;
import dev.galleria.exchange.ImportId;
import dev.galleria.exchange.ImportedRow;
import dev.galleria.exchange.Imports;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of products on their way in: sent, looked through, brought in, taken back. */
@Path("v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SecurityRequirement(name = "token")
@Tag(name = "imports")
public class ImportResource {
    @Inject
    Imports imports;

    @Inject
    CurrentAccount current;

    /** Imports, the newest first. */
    @Schema(name = "ImportList")
    public record Page(List<ImportBody> items) {}

    /** Rows that are wrong, with what is wrong with each cell. */
    @Schema(name = "ImportedRows")
    public record Rows(List<RowBody> items) {}

    /** A row of the file, the header being row 1. */
    @Schema(name = "ImportedRow")
    public record RowBody(int row, String outcome, String sku, List<CellBody> cells) {}

    /** A cell: what the file says and what is wrong with it, or what was there before. */
    @Schema(name = "ImportedCell")
    public record CellBody(
            String column, String value, @Nullable String code, @Nullable String message, @Nullable String before) {}

    @POST
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Sends a CSV file of up to 512 MB; it is looked through and, with dryRun=false, brought in",
            description = "Columns are those of GET /api/v1/exports/products.csv or of Shopify's product files.")
    @APIResponse(
            responseCode = "202",
            description = "It is being worked on; Location says where to look",
            content = @Content(schema = @Schema(ref = "Import")))
    public Response send(
            @QueryParam("name") @DefaultValue("products.csv") String name,
            @QueryParam("dryRun") @DefaultValue("true") String dryRun,
            InputStream file) {
        if (!dryRun.equals("true") && !dryRun.equals("false")) {
            throw new Refusal(400, "request/parameter", "dryRun is true or false.");
        }
        return accepted(imports.upload(account(), name, file, dryRun.equals("false")));
    }

    @GET
    @Operation(summary = "Imports, the newest first, up to 100")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(ref = "ImportList")))
    public Page list() {
        return new Page(imports.list(account()).stream().map(ImportBody::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "An import: its state, progress and counts")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(ref = "Import")))
    @APIResponse(responseCode = "404", description = "There is none that the caller may see")
    public ImportBody read(@PathParam("id") String id) {
        return ImportBody.of(imports.find(account(), id(id)));
    }

    @GET
    @Path("{id}/rows")
    @Operation(summary = "Rows that are NEW, CHANGED or WRONG, with their cells; 100 from an offset")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(ref = "ImportedRows")))
    public Rows rows(
            @PathParam("id") String id,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("offset") @DefaultValue("0") int offset) {
        var wanted = outcome == null
                ? null
                : Arrays.stream(ImportedRow.Outcome.values())
                        .filter(known -> known.name().equals(outcome))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(400, "request/parameter", "outcome is NEW, CHANGED or WRONG."));
        return new Rows(imports.rows(account(), id(id), wanted, offset, 100).stream()
                .map(ImportResource::row)
                .toList());
    }

    @GET
    @Path("{id}/errors")
    @Produces("text/csv")
    @Operation(summary = "The wrong rows with a column _error, to be corrected and sent again")
    @APIResponse(responseCode = "200", description = "CSV in UTF-8")
    public Response errors(@PathParam("id") String text) {
        var account = account();
        var id = id(text);
        imports.find(account, id);
        StreamingOutput body = out -> imports.writeErrors(account, id, out);
        return Response.ok(body)
                .type("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"errors.csv\"")
                .build();
    }

    @POST
    @Path("{id}/run")
    @Operation(summary = "Brings in what the look beforehand has found; repeating it does nothing twice")
    @APIResponse(
            responseCode = "202",
            description = "As it stands now",
            content = @Content(schema = @Schema(ref = "Import")))
    @APIResponse(responseCode = "409", description = "Its state does not allow it")
    public Response run(@PathParam("id") String id) {
        return accepted(imports.run(account(), id(id)));
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Stops at the next step; what has been brought in stays")
    @APIResponse(
            responseCode = "202",
            description = "As it stands now",
            content = @Content(schema = @Schema(ref = "Import")))
    public Response cancel(@PathParam("id") String id) {
        return accepted(imports.cancel(account(), id(id)));
    }

    @POST
    @Path("{id}/undo")
    @Operation(summary = "Takes back what was brought in, except what somebody has changed, sold or reserved since")
    @APIResponse(
            responseCode = "202",
            description = "As it stands now",
            content = @Content(schema = @Schema(ref = "Import")))
    @APIResponse(responseCode = "409", description = "Its state does not allow it")
    public Response undo(@PathParam("id") String id) {
        return accepted(imports.undo(account(), id(id)));
    }

    private Account account() {
        return current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …"));
    }

    private static Response accepted(Import work) {
        var body = ImportBody.of(work);
        return Response.accepted(body)
                .header("Location", URI.create("/api/v1/imports/" + body.id()))
                .build();
    }

    private static ImportId id(String text) {
        return PublicId.require(text, ImportId.class, ImportId::new);
    }

    private static RowBody row(ImportedRow row) {
        return new RowBody(
                row.number(),
                row.outcome().name(),
                row.sku(),
                row.details().stream().map(ImportResource::cell).toList());
    }

    private static CellBody cell(ImportedRow.Detail detail) {
        boolean change = detail.code().isEmpty();
        return new CellBody(
                detail.column(),
                detail.value(),
                change ? null : detail.code(),
                change ? null : FaultTexts.of(Locale.ENGLISH, detail),
                change ? detail.values().get(0) : null);
    }
}
