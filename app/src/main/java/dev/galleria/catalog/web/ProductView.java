package dev.galleria.catalog.web;

import dev.galleria.catalog.Catalog;
import dev.galleria.catalog.ListingQuery;
import dev.galleria.catalog.ProductDetails;
import dev.galleria.catalog.ProductDetails.Image;
import dev.galleria.catalog.ProductDetails.Spec;
import dev.galleria.catalog.ProductDetails.Variant;
import dev.galleria.catalog.ProductSummary;
import dev.galleria.catalog.Whereabouts;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Texts;
import dev.galleria.platform.pages.PageDraft;
import dev.galleria.platform.web.MovedPage;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A product's page: {@code ?v=<SKU>} chooses the version. */
@Named
@RequestScoped
public class ProductView {
    private static final int SIMILAR = 4;
    private static final int SNIPPET = 155;

    @Inject
    Catalog catalog;

    @Inject
    Tenancy tenancy;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    @Inject
    OfferLines offerLines;

    private boolean preview;

    @Inject
    PageDraft draft;

    private ProductDetails product;
    private Variant variant;
    private List<OfferLine> offers = List.of();
    private List<Picture> pictures = List.of();
    private List<ProductSummary> similar = List.of();

    /** A picture of the gallery with its number, counted from 1. */
    public record Picture(
            String id,
            String thumb,
            String address,
            String set,
            int width,
            int height,
            String style,
            String alt,
            String words,
            @Nullable String loading,
            @Nullable String priority,
            @Nullable String mark) {}

    /** A step of the way to the product. */
    public record Step(String title, String href) {}

    /** An unknown product is a Problem (NOT_FOUND, GONE); an unknown SKU shows the version that sells. */
    public void load() {
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        var slug = Optional.ofNullable(parameters.get("slug")).orElse("");
        var key = parameters.get("preview");
        preview = key != null;
        var found = preview ? catalog.preview(key, visit.locale()) : catalog.product(slug, visit.locale());
        if (found.isEmpty()) {
            lookElsewhere(slug);
            return;
        }
        product = found.get();
        if (preview) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
            FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("X-Robots-Tag", "noindex");
        }
        variant = Optional.ofNullable(parameters.get("v"))
                .flatMap(product::variant)
                .or(product::preferred)
                .orElseThrow(() -> Problem.notFound("catalog/unknown-product", "nothing to sell"));
        draft.shows(product.id().value());
        offers = offerLines.of(variant.offers());
        pictures = pictures();
        similar = similar();
    }

    /** A product that has moved is shown where it is now; one that is deleted is gone (410), any other unknown (404). */
    private void lookElsewhere(String slug) {
        var where = preview ? new Whereabouts.Unknown() : catalog.whereIsProduct(slug);
        if (where instanceof Whereabouts.Moved moved) {
            MovedPage.to(paths.of("/p/" + moved.slug()));
        } else if (where instanceof Whereabouts.Gone) {
            throw new Problem(Problem.Kind.GONE, "catalog/product-gone", slug);
        } else {
            throw Problem.notFound("catalog/unknown-product", "no such product");
        }
    }

    /** Whether the page is shown to somebody who has its preview link; then nothing can be bought. */
    public boolean isPreview() {
        return preview;
    }

    public ProductDetails getProduct() {
        return product;
    }

    public Variant getVariant() {
        return variant;
    }

    public String getTitle() {
        return Texts.of(
                visit.locale(),
                "product.title",
                product.title(),
                tenancy.current().name());
    }

    /** The beginning of the description, for search results. */
    public String getSnippet() {
        var text = product.description().strip().replaceAll("\\s+", " ");
        int end = text.length() <= SNIPPET ? text.length() : text.lastIndexOf(' ', SNIPPET);
        return text.length() <= SNIPPET ? text : text.substring(0, end < 0 ? SNIPPET : end) + " …";
    }

    public String getCanonical() {
        return paths.absolute("/p/" + product.slug());
    }

    public @Nullable String getSharePicture() {
        var key = product.images().isEmpty() ? null : product.images().get(0).key();
        return key == null ? null : tenancy.address(tenancy.current()) + Pictures.address(Preset.ZOOM, key);
    }

    public String getJson() {
        return new ProductJson(product, paths).text(tenancy.address(tenancy.current()));
    }

    public List<Step> getCrumbs() {
        return product.breadcrumb().stream()
                .map(crumb -> new Step(crumb.title(), paths.of("/c/" + crumb.slug())))
                .toList();
    }

    public List<Picture> getPictures() {
        return pictures;
    }

    public List<ProductChoices.Group> getGroups() {
        return new ProductChoices(product, variant, paths.of("/p/" + product.slug()), visit.locale()).groups();
    }

    /** The offer that wins this version; none if nobody offers it. */
    public @Nullable OfferLine getOffer() {
        return offers.isEmpty() ? null : offers.get(0);
    }

    public List<OfferLine> getOthers() {
        return offers.size() < 2 ? List.of() : offers.subList(1, offers.size());
    }

    /** What the button says, in the words of the theme. */
    public String getAddToCart() {
        return Texts.either(
                visit.locale(), "product.addToCart." + tenancy.current().theme(), "product.addToCart");
    }

    public @Nullable String getRating() {
        return product.ratingCount() == 0 ? null : CardsView.stars(product.ratingHundredths(), visit.locale());
    }

    public String getRatingWords() {
        return Texts.of(visit.locale(), "product.rating", CardsView.stars(product.ratingHundredths(), visit.locale()));
    }

    public String getRatingCount() {
        return Texts.of(visit.locale(), "product.ratings", product.ratingCount());
    }

    public String getStars() {
        return Stars.step(product.ratingHundredths());
    }

    public List<String> getParagraphs() {
        return Arrays.stream(product.description().split("\\R\\s*\\R"))
                .filter(text -> !text.isBlank())
                .toList();
    }

    public List<Spec> getSpecs() {
        return Specs.inWords(product.specs(), visit.locale());
    }

    public List<ProductSummary> getSimilar() {
        return similar;
    }

    /** The chosen version's own picture comes first; without a choice they stand as they were arranged. */
    private List<Picture> pictures() {
        boolean only = product.variants().size() == 1 && !product.images().isEmpty();
        var own = only ? null : variant.imageKey();
        var images = new ArrayList<>(ProductPictures.of(product, own));
        if (own != null) {
            var first = images.stream().filter(image -> image.key().equals(own)).findFirst();
            first.ifPresent(images::remove);
            images.add(0, first.orElseGet(() -> new Image(own, product.title() + ", " + variant.label())));
        }
        var shown = new ArrayList<Picture>();
        for (var image : images) {
            int number = shown.size() + 1;
            var size = Pictures.size(Preset.ZOOM, image.key());
            shown.add(new Picture(
                    "picture-" + number,
                    Pictures.address(Preset.THUMB, image.key()),
                    Pictures.address(Preset.DETAIL, image.key()),
                    Pictures.set(image.key(), Preset.DETAIL, Preset.ZOOM),
                    size.width(),
                    size.height(),
                    size.width() == size.height() ? "gallery__item" : "gallery__item gallery__item--whole",
                    image.alt().isBlank() ? product.title() : image.alt(),
                    Texts.of(visit.locale(), "product.picture", number, images.size()),
                    number == 1 ? null : "lazy",
                    number == 1 ? "high" : null,
                    number == 1 ? "true" : null));
        }
        return List.copyOf(shown);
    }

    private List<ProductSummary> similar() {
        var crumbs = product.breadcrumb();
        var category = crumbs.isEmpty() ? null : crumbs.get(crumbs.size() - 1).slug();
        return catalog
                .list(ListingQuery.all().withCategory(category).withSize(SIMILAR + 1), visit.locale())
                .products()
                .stream()
                .filter(other -> !other.id().equals(product.id()))
                .limit(SIMILAR)
                .toList();
    }
}
