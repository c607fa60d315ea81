package dev.galleria.catalog.media;

import dev.galleria.catalog.studio.Studio;
import dev.galleria.platform.Settings;
import dev.galleria.platform.blobs.Blob;
import dev.galleria.platform.blobs.BlobName;
import dev.galleria.platform.blobs.BlobStore;
import dev.galleria.tenancy.Tenancy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The current tenant's pictures as files: what was uploaded, and the presets that are made of it when first asked for. The
 * demo's pictures are drawn from their keys instead.
 */
@ApplicationScoped
class PictureFiles {
    @Inject
    Tenancy tenancy;

    @Inject
    BlobStore blobs;

    @Inject
    Register register;

    private final Places places = new Places();
    private Studio studio;

    @PostConstruct
    void open() {
        studio = new Studio(Settings.text("galleria.demo.tenants")
                .map(directory -> Path.of(directory, "sprites"))
                .orElse(Settings.data().resolve("sprites")));
    }

    /** The picture's preset; empty when the key means nothing here. Too many at once are a Problem (UNAVAILABLE). */
    Optional<Blob> find(String key, Preset preset, Format format) {
        var name = made(key, preset, format);
        var known = blobs.find(name);
        if (known.isPresent()) {
            return known;
        }
        var photo = PhotoKey.read(key);
        var stored = photo.flatMap(register::find);
        if (stored.isEmpty() && (photo.isPresent() || !studio.knows(key))) {
            return Optional.empty();
        }
        try {
            var bytes = stored.isPresent()
                    ? ofUpload(photo.get(), stored.get(), preset, format)
                    : places.with(
                            (long) preset.width() * preset.width(),
                            () -> Optional.of(Encoder.sent(studio.picture(key, preset.width()), format)));
            bytes.ifPresent(content -> blobs.put(name, content, format.type()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + name, e);
        }
        return blobs.find(name);
    }

    /** Stores an uploaded picture; the same content again replaces itself. */
    void keep(Intake.Outcome.Taken picture) {
        blobs.put(
                master(picture.key().content(), picture.format().suffix()),
                picture.bytes(),
                picture.format().type());
    }

    /** Deletes what was uploaded and what was made of it, but for the small ones that orders show. */
    void delete(Register.Leaving picture) {
        for (var key : picture.keys()) {
            for (var preset : Preset.values()) {
                if (preset != Preset.THUMB) {
                    blobs.delete(made(key, preset, Format.WEBP));
                    blobs.delete(made(key, preset, Format.JPEG));
                }
            }
        }
        blobs.delete(master(picture.content(), picture.format()));
    }

    private Optional<byte[]> ofUpload(PhotoKey key, Format stored, Preset preset, Format format) throws IOException {
        var master = blobs.find(master(key.content(), stored.suffix()));
        if (master.isEmpty()) {
            return Optional.empty();
        }
        return places.with((long) key.width() * key.height(), () -> {
            try (var blob = master.get()) {
                var picture = decoded(blob.bytes(), stored);
                return Optional.of(Encoder.sent(Cut.of(picture, preset, key.focus()), format));
            }
        });
    }

    private static BufferedImage decoded(byte[] master, Format format) throws IOException {
        var kind = format == Format.PNG ? Source.Kind.PNG : Source.Kind.JPEG;
        try (var source = Source.open(kind, master)) {
            return source.decode(Long.MAX_VALUE);
        }
    }

    private BlobName master(String content, String suffix) {
        return new BlobName(scope(), "masters/" + content + '.' + suffix);
    }

    private BlobName made(String key, Preset preset, Format format) {
        return new BlobName(scope(), preset.code() + '/' + PictureId.file(key) + '.' + format.suffix());
    }

    private String scope() {
        return tenancy.current().id().toString();
    }
}
