package dev.galleria.catalog.studio;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes product pictures from keys ({@code studio:t-shirt~ink~linen~full}; the words are described in
 * {@code tenants/README.md}). The same key and width always give the same picture, so callers may keep it forever. Safe
 * for many threads; no more pictures are made at a time than there are processors.
 */
public class Studio {
    /** Widths in pixels that are made: thumb, card, detail, zoom. Pictures are square. */
    public static final List<Integer> WIDTHS = List.of(160, 400, 800, 1200);

    private final Map<String, Path> files;
    private final Map<String, SoftReference<BufferedImage>> sprites = new ConcurrentHashMap<>();
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

    /** A studio with the sprites ({@code <name>.webp}) of a directory, listed once; a missing directory is an empty one. */
    public Studio(Path directory) {
        files = list(directory);
    }

    private static Map<String, Path> list(Path directory) {
        Map<String, Path> found = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> entries = Files.list(directory)) {
                entries.filter(file -> file.getFileName().toString().endsWith(".webp"))
                        .forEach(file -> found.put(file.getFileName().toString().replace(".webp", ""), file));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot list " + directory, e);
            }
        }
        return Map.copyOf(found);
    }

    /** Whether a picture can be made from the text. */
    public boolean knows(String key) {
        try {
            return files.containsKey(PictureKey.of(key).sprite());
        } catch (dev.galleria.platform.Problem e) {
            return false;
        }
    }

    /** A picture as WebP; an unknown key, or a width that is not one of {@link #WIDTHS}, is a Problem (NOT_FOUND). */
    public byte[] webp(String key, int width) {
        return encode(picture(key, width));
    }

    /** The same in pixels. */
    public BufferedImage picture(String key, int width) {
        PictureKey wanted = PictureKey.of(key);
        if (!WIDTHS.contains(width) || !files.containsKey(wanted.sprite())) {
            throw PictureKey.unknown();
        }
        places.acquireUninterruptibly();
        try {
            return compose(wanted, width);
        } finally {
            places.release();
        }
    }

    private BufferedImage compose(PictureKey key, int width) {
        BufferedImage drawn = sprite(key.sprite());
        Sprite sprite = new Sprite(Dye.apply(drawn, key.tint())).fitted(width * 3 / 4);
        return Stage.shoot(sprite, key.backdrop(), key.view(), width);
    }

    private BufferedImage sprite(String name) {
        SoftReference<BufferedImage> kept = sprites.get(name);
        BufferedImage image = kept == null ? null : kept.get();
        if (image == null) {
            image = read(files.get(name));
            sprites.put(name, new SoftReference<>(image));
        }
        return image;
    }

    private static BufferedImage read(Path file) {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream in = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            reader.setInput(in);
            BufferedImage image = reader.read(0);
            BufferedImage square = new BufferedImage(image.getWidth(), image.getWidth(), BufferedImage.TYPE_INT_ARGB);
            Graphics2D pen = square.createGraphics();
            pen.drawImage(image, 0, 0, null);
            pen.dispose();
            return square;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } finally {
            reader.dispose();
        }
    }

    private static byte[] encode(BufferedImage picture) {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            WebPWriteParam settings = (WebPWriteParam) writer.getDefaultWriteParam();
            settings.setCompressionType(CompressionType.Lossy);
            settings.setCompressionQuality(0.84f);
            settings.setMethod(3);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
