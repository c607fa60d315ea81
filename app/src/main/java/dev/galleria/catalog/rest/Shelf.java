package dev.galleria.catalog.rest;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.Walk;
import dev.galleria.platform.Json;
import dev.galleria.platform.Problem;
import dev.galleria.platform.rest.Cursor;
import dev.galleria.platform.rest.Refusal;
import dev.galleria.platform.rest.Tags;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What everybody sees of the catalog. */
@RequestScoped
class Shelf {
    private static final String PUBLIC = "public, max-age=5";
    private static final int USUAL = 50;
    private static final int MOST = 250;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Set<String> KNOWN = Set.of(
            "category",
            "collection",
            "brand",
            "seller",
            "price",
            "min",
            "max",
            "stock",
            "stars",
            "sort",
            "limit",
            "after",
            "locale");

    @Inject
    Catalog catalog;

    @Inject
    Tenancy tenancy;

    /** A page of products. */
    @Schema(name = "ProductPage")
    public record Page(List<SummaryBody> items, @Nullable String next) {}

    Response list(UriInfo uri, @Nullable String ifNoneMatch) {
        var parameters = uri.getQueryParameters();
        requireKnown(parameters);
        var locale = locale(parameters.getFirst("locale"));
        int limit = limit(parameters.getFirst("limit"));
        var query = ListingQuery.read(
                parameters.keySet(), parameters::getFirst, tenancy.current().currency());
        var list = tenancy.current().id() + " " + query;
        var after = parameters.getFirst("after");
        var position = after == null ? null : Json.read(Cursor.open(list, after), Walk.Position.class);
        var walk = catalog.walk(query, position, limit, locale);
        var next = walk.next() == null
                ? null
                : uri.getRequestUriBuilder()
                        .replaceQueryParam("after", Cursor.of(list, Json.write(walk.next())))
                        .build();
        // Without scheme and host: a proxy in front may have others.
        var address = next == null ? null : next.getRawPath() + "?" + next.getRawQuery();
        var page = new Page(walk.products().stream().map(SummaryBody::of).toList(), address);
        var response = Response.fromResponse(Tags.ok(page, ifNoneMatch, PUBLIC));
        return address == null
                ? response.build()
                : response.header("Link", "<" + address + ">; rel=\"next\"").build();
    }

    /** A product that is deleted is a Problem (GONE), one that is not shown a Problem (NOT_FOUND). */
    Response read(ProductId id, @Nullable String language, @Nullable String ifNoneMatch) {
        var locale = locale(language);
        var product = catalog.product(id, locale).orElseThrow(() -> Problem.notFound("catalog/unknown-product", id));
        return Tags.ok(ProductBody.of(product, locale.toLanguageTag()), ifNoneMatch, PUBLIC);
    }

    /** The marketplace's own language unless it has the one asked for; another is a {@link Refusal} (400). */
    Locale locale(@Nullable String language) {
        var tenant = tenancy.current();
        return language == null
                ? tenant.defaultLocale()
                : tenant.locales().stream()
                        .filter(one -> one.toLanguageTag().equals(language))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(400, "request/locale", "There are no texts in this language."));
    }

    private static void requireKnown(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name) && !name.startsWith("f.")) {
                throw new Refusal(400, "request/parameter", "There is no such parameter here.");
            }
            if (values.size() > 1) {
                throw new Refusal(400, "request/parameter", "A parameter is given once.");
            }
        });
        var sort = parameters.getFirst("sort");
        if (sort != null && !ListingQuery.Sort.of(sort).code().equals(sort)) {
            throw new Refusal(400, "request/parameter", "There is no such order.");
        }
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new Refusal(400, "request/parameter", "A limit is a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(text);
    }
}
