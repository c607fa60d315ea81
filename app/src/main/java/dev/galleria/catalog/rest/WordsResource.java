package dev.galleria.catalog.rest;

import dev.galleria.catalog.Brand;
import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.CategoryNode;
import dev.galleria.catalog.Fact;
import dev.galleria.catalog.editing.ProductType;
import dev.galleria.catalog.editing.ProductTypes;
import dev.galleria.platform.rest.PublicId;
import dev.galleria.platform.rest.Tags;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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

/** The words that products are described by. */
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "words")
public class WordsResource {
    private static final String PUBLIC = "public, max-age=60";

    @Inject
    Catalog catalog;

    @Inject
    ProductTypes types;

    @Inject
    Shelf shelf;

    /** All categories. */
    @Schema(name = "Categories")
    public record Categories(List<Category> items) {}

    /** All brands. */
    @Schema(name = "Brands")
    public record Brands(List<Brand> items) {}

    /** All attributes. */
    @Schema(name = "Attributes")
    public record Attributes(List<Fact> items) {}

    /** All product types. */
    @Schema(name = "ProductTypes")
    public record Types(List<ProductType> items) {}

    /** A department with those under it; the count is of products that shoppers see. */
    public record Category(String id, String slug, String title, int productCount, List<Category> children) {
        private static Category of(CategoryNode node) {
            return new Category(
                    PublicId.of(node.id()),
                    node.slug(),
                    node.title(),
                    node.productCount(),
                    node.children().stream().map(Category::of).toList());
        }
    }

    @GET
    @Path("categories")
    @Operation(summary = "The tree of categories")
    @APIResponse(
            responseCode = "200",
            description = "The roots with all under them",
            content = @Content(schema = @Schema(ref = "Categories")))
    public Response categories(
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var roots =
                catalog.tree(shelf.locale(locale)).stream().map(Category::of).toList();
        return Tags.ok(new Categories(roots), ifNoneMatch, PUBLIC);
    }

    @GET
    @Path("brands")
    @Operation(summary = "Brands that have products to show")
    @APIResponse(responseCode = "200", description = "By name", content = @Content(schema = @Schema(ref = "Brands")))
    public Response brands(
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(new Brands(catalog.brands(shelf.locale(locale))), ifNoneMatch, PUBLIC);
    }

    @GET
    @Path("attributes")
    @Operation(summary = "What products can be told apart by, with units and choices")
    @APIResponse(
            responseCode = "200",
            description = "In their order",
            content = @Content(schema = @Schema(ref = "Attributes")))
    public Response attributes(
            @QueryParam("locale") @Nullable String locale,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(new Attributes(catalog.facts(shelf.locale(locale))), ifNoneMatch, PUBLIC);
    }

    @GET
    @Path("product-types")
    @Operation(summary = "The kinds of products and what describes them")
    @APIResponse(
            responseCode = "200",
            description = "In their order",
            content = @Content(schema = @Schema(ref = "ProductTypes")))
    public Response types(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return Tags.ok(new Types(types.list()), ifNoneMatch, PUBLIC);
    }
}
