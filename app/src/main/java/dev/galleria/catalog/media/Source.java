package dev.galleria.catalog.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPReadParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture file that is being read: what it is by its content, how large before it is decoded, and its first frame. */
final class Source implements AutoCloseable {
    private static final ImageReaderSpi JPEG_PROVIDER = jpeg();

    private final ImageReader reader;
    private final ImageInputStream input;
    private boolean cutOff;

    /** What can be read. */
    enum Kind {
        JPEG,
        PNG,
        GIF,
        WEBP;

        private ImageReaderSpi provider() {
            return switch (this) {
                case JPEG -> JPEG_PROVIDER;
                case PNG -> own("png");
                case GIF -> own("gif");
                case WEBP -> new WebPImageReaderSpi();
            };
        }

        /** The platform's own, whatever else is registered. */
        private static ImageReaderSpi own(String format) {
            var readers = ImageIO.getImageReadersByFormatName(format);
            while (readers.hasNext()) {
                var provider = readers.next().getOriginatingProvider();
                if (provider.getClass().getName().startsWith("com.sun.imageio.")) {
                    return provider;
                }
            }
            throw new IllegalStateException("Every Java platform reads " + format);
        }
    }

    /** It reads more than the platform's, and rests on that; they meet in a registry of their own, not in everybody's. */
    private static ImageReaderSpi jpeg() {
        var provider = new JPEGImageReaderSpi();
        var registry =
                new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        registry.registerServiceProvider(Kind.own("jpeg"), ImageReaderSpi.class);
        registry.registerServiceProvider(provider, ImageReaderSpi.class);
        return provider;
    }

    private Source(ImageReader reader, ImageInputStream input) {
        this.reader = reader;
        this.input = input;
    }

    /** By its first bytes, whatever its name says. */
    static Optional<Kind> kind(byte[] file) {
        return Arrays.stream(Kind.values()).filter(kind -> reads(kind, file)).findFirst();
    }

    private static boolean reads(Kind kind, byte[] file) {
        try (var input = stream(file)) {
            return kind.provider().canDecodeInput(input);
        } catch (IOException e) {
            // Too short to be one.
            return false;
        }
    }

    static Source open(Kind kind, byte[] file) throws IOException {
        var reader = kind.provider().createReaderInstance(null);
        var input = stream(file);
        // Metadata is not even looked at: its texts may unpack to any length.
        reader.setInput(input, false, true);
        var source = new Source(reader, input);
        reader.addIIOReadWarningListener((from, warning) -> source.warned(warning));
        return source;
    }

    private static ImageInputStream stream(byte[] file) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(file));
    }

    /** As its header says; nothing has been decoded. */
    Size size() throws IOException {
        return new Size(reader.getWidth(0), reader.getHeight(0));
    }

    /** The first frame with so many pixels at the most, coarser where there are more. Cut off is an IOException. */
    BufferedImage decode(long pixels) throws IOException {
        var picture = reader.read(0, parameters(size(), pixels));
        if (cutOff) {
            throw new IOException("The file ends too early");
        }
        return picture;
    }

    private ImageReadParam parameters(Size size, long pixels) {
        var parameters = reader.getDefaultReadParam();
        int step = 1;
        while (size.area() / ((long) step * step) > pixels) {
            step++;
        }
        if (step > 1 && parameters instanceof WebPReadParam webp) {
            webp.setUseScaling(true);
            webp.setScaledWidth(Math.max(1, size.width() / step));
            webp.setScaledHeight(Math.max(1, size.height() / step));
        } else if (step > 1) {
            parameters.setSourceSubsampling(step, step, 0, 0);
        }
        return parameters;
    }

    /** Readers fill what is missing with gray, and warn of it. */
    private void warned(String warning) {
        var text = warning.toLowerCase(Locale.ROOT);
        cutOff |=
                List.of("premature end", "truncated", "unexpected end").stream().anyMatch(text::contains);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
