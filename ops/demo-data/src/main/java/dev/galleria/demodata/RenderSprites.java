package dev.galleria.demodata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/**
 * Renders every sprite that the tenants' picture keys name, from {@code icons.json} of the npm package
 * {@code @iconify-json/fluent-emoji}. Arguments: that file, then the directory {@code tenants}.
 */
public final class RenderSprites {
    private static final int SIDE = 480;
    private static final Pattern KEY = Pattern.compile("studio:([a-z0-9-]+)~");

    private RenderSprites() {}

    public static void main(String[] args) throws IOException {
        JsonNode icons = new ObjectMapper().readTree(Path.of(args[0]).toFile()).get("icons");
        Path tenants = Path.of(args[1]);
        Path sprites = Files.createDirectories(tenants.resolve("sprites"));
        for (String name : named(tenants)) {
            Path file = sprites.resolve(name + ".webp");
            if (!icons.has(name)) {
                throw new IllegalArgumentException("No drawing " + name);
            }
            if (!Files.exists(file)) {
                write(render(icons.get(name).get("body").asText()), file);
            }
        }
    }

    private static Set<String> named(Path tenants) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String slug : WriteTenants.SLUGS) {
            for (String table : List.of("products.csv", "categories.csv", "brands.csv", "sellers.csv")) {
                Path file = tenants.resolve(slug).resolve(table);
                if (Files.exists(file)) {
                    try (Stream<String> lines = Files.lines(file)) {
                        lines.flatMap(line -> KEY.matcher(line).results()).forEach(hit -> names.add(hit.group(1)));
                    }
                }
            }
        }
        return names;
    }

    private static BufferedImage render(String body) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                + " viewBox='0 0 32 32' width='32' height='32'>" + body + "</svg>";
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((Component) null, pen, new ViewBox(0, 0, SIDE, SIDE));
        pen.dispose();
        return image;
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            WebPWriteParam settings = (WebPWriteParam) writer.getDefaultWriteParam();
            settings.setCompressionType(CompressionType.Lossy);
            settings.setCompressionQuality(0.85f);
            settings.setMethod(4);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }
}
