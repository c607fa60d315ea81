package dev.galleria.catalog.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Picture files for tests, good and bad, made on the spot. */
public final class PictureFixture {
    private PictureFixture() {}

    /** Red on the left, blue on the right, a green band along the top. */
    public static BufferedImage painted(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.setColor(Color.GREEN);
        pen.fillRect(0, 0, width, height / 10);
        pen.dispose();
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("Nobody writes " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(int width, int height) {
        return file(painted(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return file(painted(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    static byte[] cmyk(int width, int height) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {10, 240, 240, 10});
            }
        }
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        var writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) {
            writer = writers.next();
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        }
        // Adobe's segment says that the four channels are CMYK, not transformed.
        var adobe = new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        var jpeg = bytes.toByteArray();
        return joined(java.util.Arrays.copyOf(jpeg, 2), adobe, java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The same JPEG with an Exif segment: orientation, and a text that must not survive. */
    static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        var text = secret.getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + text.length + 1).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 270).putShort((short) 2).putInt(text.length + 1).putInt(38);
        tiff.putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0).put(text).put((byte) 0);
        var segment = ByteBuffer.allocate(4 + 6 + tiff.capacity());
        segment.put((byte) 0xff).put((byte) 0xe1).putShort((short) (2 + 6 + tiff.capacity()));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return joined(
                java.util.Arrays.copyOf(jpeg, 2), segment.array(), java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Two frames: red, then blue. */
    static byte[] animated(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var color : new Color[] {Color.RED, Color.BLUE}) {
                var frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
                var pen = frame.createGraphics();
                pen.setColor(color);
                pen.fillRect(0, 0, width, height);
                pen.dispose();
                var metadata = writer.getDefaultImageMetadata(
                        new javax.imageio.ImageTypeSpecifier(frame), writer.getDefaultWriteParam());
                var root = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
                ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension")
                                .item(0))
                        .setAttribute("delayTime", "10");
                metadata.setFromTree(metadata.getNativeMetadataFormatName(), root);
                writer.writeToSequence(new IIOImage(frame, null, metadata), null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }

    /** A PNG whose header claims that size, however little follows. */
    public static byte[] claiming(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
        return joined(
                signature, chunk("IHDR", header.array()), chunk("IDAT", new byte[20]), chunk("IEND", new byte[0]));
    }

    /** A small PNG with a palette and a compressed text of so many zeros. */
    static byte[] withTextBomb(int megabytes) {
        var png = file(painted(16, 16, BufferedImage.TYPE_BYTE_INDEXED), "png");
        var packed = deflated(new byte[1024 * 1024], megabytes);
        var text = joined("Comment\0\0".getBytes(StandardCharsets.US_ASCII), packed);
        int head = 8 + 25;
        return joined(
                java.util.Arrays.copyOf(png, head),
                chunk("zTXt", text),
                java.util.Arrays.copyOfRange(png, head, png.length));
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    private static byte[] deflated(byte[] block, int times) {
        var deflater = new Deflater(9);
        var out = new ByteArrayOutputStream();
        var buffer = new byte[65_536];
        for (int i = 0; i < times; i++) {
            deflater.setInput(block);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        var body = joined(type.getBytes(StandardCharsets.US_ASCII), data);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }
}
