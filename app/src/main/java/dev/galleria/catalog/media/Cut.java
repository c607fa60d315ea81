package dev.galleria.catalog.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** Makes a preset of a picture: squares are cut so that the focus stays in them, as near to their middle as can be. */
final class Cut {
    private Cut() {}

    static BufferedImage of(BufferedImage picture, Preset preset, Focus focus) {
        var size = preset.of(new Size(picture.getWidth(), picture.getHeight()));
        return scaled(preset.square() ? square(picture, focus) : picture, size);
    }

    /** Exactly that size. */
    static BufferedImage scaled(BufferedImage picture, Size size) {
        if (picture.getWidth() == size.width() && picture.getHeight() == size.height()) {
            return picture;
        }
        try {
            return Thumbnails.of(picture).forceSize(size.width(), size.height()).asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing is read or written here", e);
        }
    }

    private static BufferedImage square(BufferedImage picture, Focus focus) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        int left = edge(picture.getWidth(), side, focus.x());
        int top = edge(picture.getHeight(), side, focus.y());
        return picture.getSubimage(left, top, side, side);
    }

    private static int edge(int whole, int side, int permille) {
        int middle = (int) ((long) whole * permille / Focus.MOST);
        return Math.max(0, Math.min(whole - side, middle - side / 2));
    }
}
