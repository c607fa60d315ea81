package dev.galleria.catalog.web;

import dev.galleria.catalog.collections.ShopCollections;
import dev.galleria.catalog.media.Preset;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.ShopPaths;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first collections as tiles, for the shop window. */
@Named("collectionTiles")
@RequestScoped
public class CollectionTilesView {
    private static final int MOST = 6;

    @Inject
    ShopCollections collections;

    @Inject
    ShopPaths paths;

    @Inject
    Visit visit;

    private @Nullable List<Tile> tiles;

    /** A tile with its picture, if there is one. */
    public record Tile(String title, String words, String href, @Nullable String image) {}

    public List<Tile> getList() {
        if (tiles == null) {
            tiles = collections.list(visit.locale(), MOST).stream()
                    .map(one -> new Tile(
                            one.title(),
                            Texts.of(visit.locale(), "listing.count", one.products()),
                            paths.of("/collections/" + one.slug()),
                            one.imageKey() == null ? null : Pictures.address(Preset.THUMB, one.imageKey())))
                    .toList();
        }
        return tiles;
    }
}
