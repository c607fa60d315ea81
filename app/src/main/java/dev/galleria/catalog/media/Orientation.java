package dev.galleria.catalog.media;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** How a camera was held (Exif 2.32 section 4.6.4, tag 274): 1 is upright. */
final class Orientation {
    static final int UPRIGHT = 1;

    private Orientation() {}

    /** What a JPEG says of itself; nothing, nonsense and what cannot be read are upright. */
    static int of(byte[] jpeg) {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            var segments = JPEGSegmentUtil.readSegments(input, JPEG.APP1, "Exif");
            if (segments.isEmpty()) {
                return UPRIGHT;
            }
            var exif = segments.get(0).data();
            // A byte of padding stands before the TIFF structure.
            exif.skip(1);
            try (var tiff = new MemoryCacheImageInputStream(exif)) {
                var entry = new TIFFReader().read(tiff).getEntryById(TIFF.TAG_ORIENTATION);
                return entry != null && entry.getValue() instanceof Number number ? within(number.intValue()) : UPRIGHT;
            }
        } catch (IOException | RuntimeException e) {
            return UPRIGHT;
        }
    }

    private static int within(int value) {
        return value >= 1 && value <= 8 ? value : UPRIGHT;
    }

    /** The picture as it was seen. */
    static BufferedImage upright(BufferedImage picture, int orientation) {
        if (orientation == UPRIGHT) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        // x' = a·x + c·y + e, y' = b·x + d·y + f
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                };
        boolean sideways = orientation > 4;
        var upright = new BufferedImage(sideways ? height : width, sideways ? width : height, picture.getType());
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, upright);
        return upright;
    }
}
