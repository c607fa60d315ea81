package dev.galleria.pricing.rest;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.OfferId;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.platform.Idempotency.Answer;
import dev.galleria.platform.Json;
import dev.galleria.platform.Money;
import dev.galleria.platform.Texts;
import dev.galleria.platform.rest.ApiFault;
import dev.galleria.platform.rest.Creation;
import dev.galleria.platform.rest.IdempotencyKey;
import dev.galleria.platform.rest.MoneyBody;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import dev.galleria.pricing.lists.ListSaved;
import dev.galleria.pricing.lists.PriceEntry;
import dev.galleria.pricing.lists.PriceList;
import dev.galleria.pricing.lists.PriceListId;
import dev.galleria.pricing.lists.PriceLists;
import dev.galleria.pricing.lists.Tier;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Price lists and their entries, for the marketplace's own people. */
@Path("v1/price-lists")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "price-lists")
@SecurityRequirement(name = "token")
public class PriceListResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    PriceLists lists;

    @Inject
    CurrentAccount current;

    @Inject
    Creation creation;

    /** All lists. */
    @Schema(name = "PriceListBodies")
    public record Page(List<PriceListBody> items) {}

    /** A step: what one costs from so many pieces on. */
    @Schema(name = "PriceTier")
    public record Step(int minQuantity, @Schema(ref = "MoneyBody") Money price) {}

    /** An offer's steps, ascending by pieces and descending by price. */
    @Schema(name = "PriceTiers")
    public record Steps(List<Step> tiers) {}

    /** A step as it is read. */
    @Schema(name = "PriceTierBody")
    public record StepBody(int minQuantity, MoneyBody price) {}

    /** What a list says of an offer. */
    @Schema(name = "PriceEntryBody")
    public record EntryBody(String offer, List<StepBody> tiers) {
        private static EntryBody of(PriceEntry entry, Currency currency) {
            return new EntryBody(
                    PublicId.of(entry.offer()),
                    entry.tiers().stream()
                            .map(tier -> new StepBody(
                                    tier.minQuantity(), MoneyBody.of(new Money(tier.priceMinor(), currency))))
                            .toList());
        }
    }

    /** Entries by offer, and how many there are in all. */
    @Schema(name = "PriceEntries")
    public record Entries(List<EntryBody> items, int total) {}

    @GET
    @Operation(summary = "Price lists, the highest priority first")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(ref = "PriceListBodies")))
    public Response list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(
                new Page(lists.list(editor()).stream().map(PriceListBody::of).toList()), ifNoneMatch, PRIVATE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a price list without entries; with an Idempotency-Key once")
    @APIResponse(
            responseCode = "201",
            description = "As it is kept",
            content = @Content(schema = @Schema(ref = "PriceListBody")))
    public Response create(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, PriceListInput input) {
        var editor = editor();
        return creation.once(
                "account:" + editor.account(), key, "POST /v1/price-lists", input, () -> created(editor, input));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A price list")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(ref = "PriceListBody")))
    public Response read(
            @PathParam("id") String text, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(PriceListBody.of(lists.read(editor(), id(text))), ifNoneMatch, PRIVATE);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces everything but the entries; If-Match names the ETag that was seen")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(ref = "PriceListBody")))
    public Response change(
            @PathParam("id") String text,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PriceListInput input) {
        var editor = editor();
        var known = seen(editor, text, ifMatch);
        if (lists.change(editor, known.id(), known.version(), input.draft()) instanceof ListSaved.Invalid invalid) {
            throw refusal(invalid.faults());
        }
        return Tags.ok(PriceListBody.of(lists.read(editor, known.id())), null, PRIVATE);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Ends the list with its entries; If-Match names the ETag that was seen")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("id") String text, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var editor = editor();
        var known = seen(editor, text, ifMatch);
        lists.delete(editor, known.id(), known.version());
    }

    @GET
    @Path("{id}/entries")
    @Operation(summary = "What the list says, by offer; first counts from 0, limit is up to 250")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(ref = "PriceEntries")))
    public Response entries(
            @PathParam("id") String text,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var editor = editor();
        var list = lists.read(editor, id(text));
        var currency = Currency.getInstance(list.content().currency());
        var page = lists.entries(editor, list.id(), first, limit);
        var items = page.items().stream()
                .map(entry -> EntryBody.of(entry, currency))
                .toList();
        return Tags.ok(new Entries(items, page.total()), ifNoneMatch, PRIVATE);
    }

    @PUT
    @Path("{id}/entries/{offer}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replaces what the list says of an offer. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "404", description = "There is no such list or offer here")
    @APIResponse(responseCode = "422", description = "The steps have faults")
    public void put(@PathParam("id") String text, @PathParam("offer") String offer, Steps input) {
        var editor = editor();
        var list = lists.read(editor, id(text));
        var tiers = input.tiers().stream()
                .map(step -> new Tier(step.minQuantity(), minor(step.price(), list)))
                .toList();
        var faults = lists.put(editor, list.id(), new PriceEntry(offer(offer), tiers));
        if (!faults.isEmpty()) {
            throw refusal(faults);
        }
    }

    @DELETE
    @Path("{id}/entries/{offer}")
    @Operation(summary = "Takes the offer out of the list. Repeating changes nothing")
    @APIResponse(responseCode = "204", description = "It is not in the list")
    public void remove(@PathParam("id") String text, @PathParam("offer") String offer) {
        lists.remove(editor(), id(text), offer(offer));
    }

    private Answer created(Editor editor, PriceListInput input) {
        var saved = lists.create(editor, input.draft());
        if (saved instanceof ListSaved.Done done) {
            var body = PriceListBody.of(lists.read(editor, done.list()));
            return new Answer(201, Json.write(body), Tags.of(body), "/api/v1/price-lists/" + body.id());
        }
        throw refusal(((ListSaved.Invalid) saved).faults());
    }

    private PriceList seen(Editor editor, String text, @Nullable String ifMatch) {
        var known = lists.read(editor, id(text));
        Tags.requireMatch(ifMatch, Tags.of(PriceListBody.of(known)));
        return known;
    }

    private static long minor(Money price, PriceList list) {
        if (!price.currency().getCurrencyCode().equals(list.content().currency())) {
            throw refusal(List.of(Fault.of("/tiers", "currency", list.content().currency())));
        }
        return price.minorUnits();
    }

    /** Without a token 401; a shopper is a Problem (FORBIDDEN). */
    private Editor editor() {
        return Editor.of(
                current.find().orElseThrow(() -> Refusal.unauthenticated("Send a token: Authorization: Bearer …")));
    }

    private static Refusal refusal(List<Fault> faults) {
        return Refusal.faults(faults.stream()
                .map(fault -> new ApiFault(
                        fault.pointer(),
                        fault.code(),
                        Texts.of(Locale.ENGLISH, fault.key(), fault.values().toArray())))
                .toList());
    }

    private static PriceListId id(String text) {
        return PublicId.require(text, PriceListId.class, PriceListId::new);
    }

    private static OfferId offer(String text) {
        return PublicId.require(text, OfferId.class, OfferId::new);
    }
}
