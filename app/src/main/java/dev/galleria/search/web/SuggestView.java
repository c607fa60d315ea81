package dev.galleria.search.web;

import dev.galleria.catalog.ShopPrices;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.search.Suggest;
import dev.galleria.search.Suggestions;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suggestions for what has been typed, in groups, as addresses to go to. */
@Named("suggestView")
@RequestScoped
public class SuggestView {
    @Inject
    Suggest suggest;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    @Inject
    ShopPrices prices;

    private String typed = "";
    private Suggestions found = Suggestions.NONE;

    /** Suggestions of one kind. */
    public record Group(String title, List<FacetLink> items) {}

    /** For the page. */
    public void load() {
        find(FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("q"));
    }

    void find(@Nullable String words) {
        typed = words == null ? "" : words.strip();
        found = suggest.suggest(typed, visit.locale());
    }

    public String getTyped() {
        return typed;
    }

    public boolean isNothing() {
        return found.isEmpty();
    }

    /** Those that have something in them. */
    public List<Group> getGroups() {
        var groups = new ArrayList<Group>();
        add(
                groups,
                "suggest.words",
                found.words().stream()
                        .map(words -> FacetLink.plain(
                                words, paths.of("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))))
                        .toList());
        add(
                groups,
                "suggest.categories",
                found.categories().stream()
                        .map(place -> FacetLink.plain(place.title(), paths.of("/c/" + place.slug())))
                        .toList());
        add(
                groups,
                "suggest.brands",
                found.brands().stream()
                        .map(place -> FacetLink.plain(place.title(), paths.of("/brands/" + place.slug())))
                        .toList());
        add(
                groups,
                "suggest.products",
                prices.of(found.products()).stream()
                        .map(product -> new FacetLink(
                                product.title(),
                                MoneyText.of(product.price(), visit.locale()),
                                paths.of("/p/" + product.slug()),
                                false,
                                null))
                        .toList());
        return groups;
    }

    private void add(List<Group> groups, String title, List<FacetLink> items) {
        if (!items.isEmpty()) {
            groups.add(new Group(Texts.of(visit.locale(), title), items));
        }
    }
}
