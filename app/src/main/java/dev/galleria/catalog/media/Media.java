package dev.galleria.catalog.media;

import dev.galleria.catalog.ProductId;
import dev.galleria.catalog.editing.Assortment;
import dev.galleria.catalog.editing.Edit;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.catalog.editing.ProductDraft;
import dev.galleria.platform.Problem;
import dev.galleria.platform.blobs.Blob;
import dev.galleria.platform.cluster.Limits;
import dev.galleria.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of products. A product that the editor may not describe is a Problem (NOT_FOUND), an outdated version a Problem
 * (CONFLICT, {@code catalog/stale}); each change is one of the product, of which pages and the index learn as of any other.
 */
@ApplicationScoped
public class Media {
    /** A file may have so many bytes. */
    public static final int MOST_BYTES = Intake.MOST_BYTES;

    private static final int UPLOADS = 300;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    @Inject
    Assortment assortment;

    @Inject
    Gallery gallery;

    @Inject
    Register register;

    @Inject
    PictureFiles files;

    @Inject
    Limits limits;

    @Inject
    Tenancy tenancy;

    private final Intake intake = new Intake(new Places());

    /** The product's pictures, in their order. */
    public List<GalleryPicture> list(Editor editor, ProductId product) {
        return assortment
                .find(editor, product)
                .map(known -> gallery.list(product))
                .orElseThrow(() -> unknown(product));
    }

    /** One of them; an unknown one is a Problem (NOT_FOUND). */
    public GalleryPicture find(Editor editor, ProductId product, PictureId picture) {
        return require(list(editor, product), picture);
    }

    /**
     * Reads a file, cleans it and makes it the product's last picture. The same picture again is answered as it is there. Too
     * many uploads are a Problem (TOO_MANY), too many at once UNAVAILABLE. Not to be called inside a transaction.
     */
    public Upload upload(Editor editor, ProductId product, InputStream file) throws IOException {
        var kept = keep(editor, product, file);
        return kept instanceof Kept.Stored stored
                ? attach(editor, product, stored.key(), Map.of())
                : new Upload.Refused(((Kept.Refused) kept).flaw());
    }

    /** The first half of an upload: the file is read, cleaned and stored, and shown nowhere yet. */
    public Kept keep(Editor editor, ProductId product, InputStream file) throws IOException {
        if (assortment.find(editor, product).isEmpty()) {
            throw unknown(product);
        }
        if (!limits.take(tenancy.current().id() + ":uploads:" + editor.account(), UPLOADS, PERIOD)) {
            throw new Problem(Problem.Kind.TOO_MANY, "catalog/too-many-uploads", editor.account());
        }
        var outcome = intake.read(file.readNBytes(MOST_BYTES + 1));
        if (outcome instanceof Intake.Outcome.Refused refused) {
            return new Kept.Refused(refused.flaw());
        }
        var taken = (Intake.Outcome.Taken) outcome;
        register.expect(taken, editor.account());
        files.keep(taken);
        return new Kept.Stored(taken.key());
    }

    /** The second half: a stored picture becomes the product's last. Repeating changes nothing. */
    public Upload attach(Editor editor, ProductId product, PhotoKey key, Map<String, String> alts) {
        var before = find(list(editor, product), PictureId.of(key.text()));
        if (before.isPresent()) {
            return new Upload.Added(before.get(), true);
        }
        var flaws = new ArrayList<Flaw>();
        assortment.alter(editor, product, null, () -> {
            var now = gallery.list(product);
            if (now.size() >= ProductDraft.MOST_PICTURES) {
                flaws.add(Flaw.FULL);
            } else if (find(now, PictureId.of(key.text())).isEmpty()) {
                register.issue(key);
                gallery.append(product, key.text(), alts);
            }
        });
        return flaws.isEmpty()
                ? new Upload.Added(require(gallery.list(product), PictureId.of(key.text())), false)
                : new Upload.Refused(flaws.get(0));
    }

    /** Changes what the edit names. An unknown picture is a Problem (NOT_FOUND). */
    public Edit change(Editor editor, ProductId product, @Nullable Long version, PictureId picture, PictureEdit edit) {
        var normal = PictureCheck.normalized(edit);
        var known = require(list(editor, product), picture);
        var faults = PictureCheck.faults(normal, known, gallery.variants(product), tenancy.current());
        if (!faults.isEmpty()) {
            return new Edit.Invalid(faults);
        }
        return alter(editor, product, version, picture, now -> apply(product, now, normal));
    }

    /** Takes the picture from the product. The file goes a month after nothing shows it any more. */
    public Edit remove(Editor editor, ProductId product, @Nullable Long version, PictureId picture) {
        return alter(editor, product, version, picture, now -> gallery.remove(product, now.key()));
    }

    /** Puts the pictures in that order; those that are not named follow as they stood. */
    public Edit arrange(Editor editor, ProductId product, @Nullable Long version, List<PictureId> order) {
        long changed = assortment.alter(editor, product, version, () -> {
            var pictures = gallery.list(product);
            var keys = new ArrayList<String>();
            order.forEach(id -> find(pictures, id)
                    .map(GalleryPicture::key)
                    .filter(key -> !keys.contains(key))
                    .ifPresent(keys::add));
            pictures.stream()
                    .map(GalleryPicture::key)
                    .filter(key -> !keys.contains(key))
                    .forEach(keys::add);
            gallery.arrange(product, keys);
        });
        return new Edit.Done(product, changed);
    }

    /** What is sent of the picture with that key; empty when this marketplace has none. To be closed. */
    public Optional<Blob> find(String key, Preset preset, Format format) {
        return files.find(key, preset, format);
    }

    private Edit alter(
            Editor editor,
            ProductId product,
            @Nullable Long version,
            PictureId picture,
            Consumer<GalleryPicture> change) {
        long changed = assortment.alter(
                editor, product, version, () -> change.accept(require(gallery.list(product), picture)));
        return new Edit.Done(product, changed);
    }

    private void apply(ProductId product, GalleryPicture picture, PictureEdit edit) {
        if (edit.alts() != null) {
            gallery.describe(product, picture.key(), edit.alts());
        }
        if (edit.variants() != null) {
            gallery.assign(product, picture.key(), edit.variants());
        }
        if (edit.position() != null) {
            var keys = new ArrayList<>(
                    gallery.list(product).stream().map(GalleryPicture::key).toList());
            keys.remove(picture.key());
            keys.add(Math.min(edit.position() - 1, keys.size()), picture.key());
            gallery.arrange(product, keys);
        }
        var focus = edit.focus();
        if (focus != null && !focus.equals(picture.focus())) {
            var key = PhotoKey.read(picture.key()).orElseThrow().with(focus);
            register.issue(key);
            gallery.rename(product, picture.key(), key.text());
        }
    }

    private static Optional<GalleryPicture> find(List<GalleryPicture> pictures, PictureId id) {
        return pictures.stream().filter(picture -> picture.id().equals(id)).findFirst();
    }

    private static GalleryPicture require(List<GalleryPicture> pictures, PictureId id) {
        return find(pictures, id).orElseThrow(() -> Problem.notFound("catalog/unknown-picture", id));
    }

    private static Problem unknown(ProductId product) {
        return Problem.notFound("catalog/unknown-product", product);
    }
}
