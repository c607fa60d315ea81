package dev.galleria.catalog.media;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes pictures: pixels and nothing else, no metadata of any kind. */
final class Encoder {
    private static final int KEPT_PERCENT = 92;
    private static final int SENT_PERCENT = 84;

    private Encoder() {}

    /** What is stored: as much of it as anybody will need. */
    static byte[] master(BufferedImage picture, Format format) {
        return format == Format.PNG ? png(picture) : jpeg(picture, KEPT_PERCENT);
    }

    /** What is sent to browsers. */
    static byte[] sent(BufferedImage picture, Format format) {
        return switch (format) {
            case WEBP -> webp(picture);
            case JPEG -> jpeg(picture, SENT_PERCENT);
            case PNG -> png(picture);
        };
    }

    private static byte[] webp(BufferedImage picture) {
        var writer = new WebPImageWriterSpi().createWriterInstance(null);
        var settings = (WebPWriteParam) writer.getDefaultWriteParam();
        settings.setCompressionType(CompressionType.Lossy);
        settings.setCompressionQuality(SENT_PERCENT / 100f);
        settings.setMethod(3);
        return written(picture, writer, settings);
    }

    /** JPEG has no transparency: what is not there is white. */
    private static byte[] jpeg(BufferedImage picture, int percent) {
        var writer = writer("jpeg");
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(percent / 100f);
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        return written(opaque(picture), writer, settings);
    }

    private static byte[] png(BufferedImage picture) {
        return written(picture, writer("png"), null);
    }

    /** The platform's own, whatever else is registered. */
    private static ImageWriter writer(String format) {
        var writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            var writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IllegalStateException("Every Java platform writes " + format);
    }

    private static byte[] written(BufferedImage picture, ImageWriter writer, @Nullable ImageWriteParam settings) {
        var bytes = new ByteArrayOutputStream(65_536);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = flat.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return flat;
    }
}
