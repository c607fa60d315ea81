package dev.galleria.catalog.web;

import dev.galleria.catalog.studio.Studio;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Settings;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The current tenant's pictures: composed when first asked for, then kept as files, each tenant's in a directory of its own. */
@ApplicationScoped
class PictureStore {
    /** So many wait for a place at most this long; the rest are told to come again. */
    private static final int PATIENCE_SECONDS = 10;

    private static final int PLACES = 4;

    @Inject
    Tenancy tenancy;

    private final Semaphore places = new Semaphore(PLACES, true);
    private Studio studio;

    @PostConstruct
    void open() {
        studio = new Studio(Settings.text("galleria.demo.tenants")
                .map(directory -> Path.of(directory, "sprites"))
                .orElse(Settings.data().resolve("sprites")));
    }

    /** The picture's file; empty when the name means nothing. Too many at once are a Problem (UNAVAILABLE). */
    Optional<Path> find(Pictures.Preset preset, PictureName name) throws IOException {
        var file = Settings.data()
                .resolve("blobs")
                .resolve(tenancy.current().id().toString())
                .resolve(preset.code())
                .resolve(name.text() + ".webp");
        if (Files.exists(file)) {
            return Optional.of(file);
        }
        if (!studio.knows(name.key())) {
            return Optional.empty();
        }
        compose(preset, name, file);
        return Optional.of(file);
    }

    private void compose(Pictures.Preset preset, PictureName name, Path file) throws IOException {
        enter();
        try {
            if (!Files.exists(file)) {
                write(studio.webp(name.key(), preset.width()), file);
            }
        } finally {
            places.release();
        }
    }

    /** Nobody ever sees half a picture: it is written beside its place and moved there in one step. */
    private static void write(byte[] picture, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var half = Files.createTempFile(file.getParent(), ".", ".half");
        try {
            Files.write(half, picture);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem(Problem.Kind.UNAVAILABLE, "catalog/pictures-busy", PLACES + " places");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Problem.Kind.UNAVAILABLE, "catalog/pictures-busy", "stopping");
        }
    }
}
