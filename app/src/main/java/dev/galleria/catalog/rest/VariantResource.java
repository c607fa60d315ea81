package dev.galleria.catalog.rest;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.VariantId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.EditedProduct;
import dev.galleria.catalog.editing.Fault;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.MergePatch;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single variants of a product, for those who may edit it. */
@Path("v1/products/{id}/variants/{variant}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "products")
@SecurityRequirement(name = "token")
public class VariantResource {
    private static final String PRIVATE = "private, no-cache";

    @Inject
    Assortment assortment;

    @Inject
    Editors editors;

    @PathParam("id")
    String product;

    @PathParam("variant")
    String variant;

    @GET
    @Operation(summary = "A variant with the offers that the caller may change")
    @APIResponse(
            responseCode = "200",
            description = "The variant with its ETag",
            content = @Content(schema = @Schema(ref = "EditedVariant")))
    public Response read(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var known = known();
        return Tags.ok(body(known, index(known)), ifNoneMatch, PRIVATE);
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @Operation(
            summary = "Changes a variant: a JSON Merge Patch (RFC 7396); If-Match names the ETag that was seen",
            description =
                    "Fields that are named are replaced, null takes away what may be missing. offers are replaced together.")
    @APIResponse(
            responseCode = "200",
            description = "The variant as it is now",
            content = @Content(schema = @Schema(ref = "EditedVariant")))
    @APIResponse(responseCode = "412", description = "Somebody else has changed it")
    @APIResponse(responseCode = "422", description = "The content has faults")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, MergePatch patch) {
        var known = known();
        int index = index(known);
        var before = body(known, index);
        Tags.requireMatch(ifMatch, Tags.of(before));
        var input = ProductInput.variant(patch.applied(before, ProductInput.Variant.class));
        var variants = new ArrayList<>(known.content().variants());
        variants.set(
                index,
                new ProductDraft.Variant(
                        variants.get(index).id(),
                        input.sku(),
                        input.gtin(),
                        input.choices(),
                        input.weightGrams(),
                        input.imageKey(),
                        input.offers()));
        var edit = assortment.change(
                editors.require(), known.id(), known.version(), known.content().withVariants(variants));
        if (edit instanceof Edit.Invalid invalid) {
            var here = "/variants/" + index;
            throw Editors.refusal(invalid.faults().stream()
                    .map(fault -> fault.pointer().startsWith(here + "/")
                            ? new Fault(fault.pointer().substring(here.length()), fault.code(), fault.values())
                            : fault)
                    .toList());
        }
        var changed = known();
        return Tags.ok(body(changed, index(changed)), null, PRIVATE);
    }

    private EditedProduct known() {
        return assortment.read(editors.require(), PublicId.require(product, ProductId.class, ProductId::new));
    }

    private int index(EditedProduct known) {
        var id = PublicId.require(variant, VariantId.class, VariantId::new);
        var variants = known.content().variants();
        for (int i = 0; i < variants.size(); i++) {
            if (id.equals(variants.get(i).id())) {
                return i;
            }
        }
        throw Problem.notFound("catalog/unknown-variant", id);
    }

    private static EditedBody.Variant body(EditedProduct known, int index) {
        return EditedBody.Variant.of(known.content().variants().get(index));
    }
}
