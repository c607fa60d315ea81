package dev.galleria.catalog.media;

import dev.galleria.platform.Problem;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Turns a file that somebody sends into a picture that can be trusted: read by its content, turned upright, reduced, written
 * anew. Nothing of the file itself is kept, neither its metadata nor what hides behind its pixels. Pure, and safe for many
 * threads.
 */
final class Intake {
    /** Ten megabytes. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    static final long MOST_PIXELS = 50_000_000;
    /** No side of a stored picture is longer. */
    static final int LONGEST = 2400;

    /** More pixels are not held in memory; larger pictures are decoded more coarsely. */
    private static final long DECODED = 16_000_000;

    private static final int PROLOG = 4096;
    private static final Pattern SVG = Pattern.compile("<svg[\\s>]|<!doctype\\s+svg|http://www.w3.org/2000/svg");
    private static final Logger LOG = Logger.getLogger(Intake.class.getName());

    private final Places places;

    Intake(Places places) {
        this.places = places;
    }

    /** What has become of a file. */
    sealed interface Outcome {
        /** A picture to be kept. */
        record Taken(PhotoKey key, Format format, byte[] bytes) implements Outcome {}

        /** A file that is not taken. */
        record Refused(Flaw flaw) implements Outcome {}
    }

    /** The picture in the file, or why there is none. When too many are being read it is a Problem (UNAVAILABLE). */
    Outcome read(byte[] file) {
        if (file.length == 0) {
            return new Outcome.Refused(Flaw.EMPTY);
        }
        if (file.length > MOST_BYTES) {
            return new Outcome.Refused(Flaw.TOO_LARGE);
        }
        try {
            var kind = Source.kind(file);
            if (kind.isEmpty()) {
                return new Outcome.Refused(drawing(file) ? Flaw.DRAWING : Flaw.NOT_A_PICTURE);
            }
            return read(kind.get(), file);
        } catch (Problem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders meet nonsense with whatever exception it leads to.
            LOG.log(Level.FINE, e, () -> "A file that is damaged");
            return new Outcome.Refused(Flaw.DAMAGED);
        }
    }

    private Outcome read(Source.Kind kind, byte[] file) throws IOException {
        try (var source = Source.open(kind, file)) {
            var size = source.size();
            if (size.width() < 1 || size.height() < 1) {
                return new Outcome.Refused(Flaw.DAMAGED);
            }
            if (size.area() > MOST_PIXELS) {
                return new Outcome.Refused(Flaw.TOO_MANY_PIXELS);
            }
            return places.with(size.area(), () -> {
                var orientation = kind == Source.Kind.JPEG ? Orientation.of(file) : Orientation.UPRIGHT;
                return taken(Orientation.upright(reduced(source.decode(DECODED)), orientation));
            });
        }
    }

    private static Outcome taken(BufferedImage picture) {
        var format = picture.getTransparency() == Transparency.OPAQUE ? Format.JPEG : Format.PNG;
        var bytes = Encoder.master(picture, format);
        var key = new PhotoKey(content(bytes), picture.getWidth(), picture.getHeight(), Focus.CENTER);
        return new Outcome.Taken(key, format, bytes);
    }

    /** In sRGB with eight bits, transparent only if something of it is. */
    private static BufferedImage reduced(BufferedImage read) {
        var size = new Size(read.getWidth(), read.getHeight()).within(LONGEST);
        var plain = read.getColorModel().hasAlpha() && shinesThrough(read)
                ? drawn(read, BufferedImage.TYPE_INT_ARGB)
                : drawn(read, BufferedImage.TYPE_INT_RGB);
        return Cut.scaled(plain, size);
    }

    private static BufferedImage drawn(BufferedImage read, int type) {
        if (read.getType() == type) {
            return read;
        }
        var picture = new BufferedImage(read.getWidth(), read.getHeight(), type);
        Graphics2D pen = picture.createGraphics();
        pen.drawImage(read, 0, 0, null);
        pen.dispose();
        return picture;
    }

    private static boolean shinesThrough(BufferedImage picture) {
        var row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            if (Arrays.stream(row).anyMatch(pixel -> pixel >>> 24 < 255)) {
                return true;
            }
        }
        return false;
    }

    private static boolean drawing(byte[] file) {
        var beginning = new String(file, 0, Math.min(file.length, PROLOG), StandardCharsets.ISO_8859_1);
        return SVG.matcher(beginning.replace("\0", "").toLowerCase(Locale.ROOT)).find();
    }

    private static String content(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
