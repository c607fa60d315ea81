package dev.galleria.catalog.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import dev.galleria.platform.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudioTest {
    private static final Path TENANTS = Path.of("..", "tenants");
    private final Studio studio = new Studio(TENANTS.resolve("sprites"));

    private static BufferedImage decoded(byte[] webp) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(webp)));
        return reader.read(0);
    }

    @Test
    void makesASmallSquarePictureInTheColorAskedFor() throws IOException {
        byte[] webp = studio.webp("studio:t-shirt~red~linen~full", 400);

        BufferedImage picture = decoded(webp);
        assertThat(picture.getWidth()).isEqualTo(400);
        assertThat(picture.getHeight()).isEqualTo(400);
        assertThat(webp.length).isLessThan(20_000);
        int chest = picture.getRGB(200, 285);
        assertThat(chest >> 16 & 255).isGreaterThan(140);
        assertThat(chest >> 8 & 255).isLessThan(100);
    }

    @Test
    void givesTheSamePictureForTheSameKey() {
        String key = "studio:chair~oak~sage~angle";

        assertThat(studio.webp(key, 160)).isEqualTo(studio.webp(key, 160));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "studio:",
                "studio:t-shirt~red~linen",
                "studio:t-shirt~red~linen~full~full",
                "studio:../sprites/t-shirt~red~linen~full",
                "studio:t-shirt.webp~red~linen~full",
                "studio:no-such-thing~red~linen~full",
                "studio:t-shirt~invisible~linen~full",
                "studio:t-shirt~RED~linen~full",
                "studio:t-shirt~red~linen~huge",
                "studio:t-shirt~red~linen~full\n",
                "http://t-shirt~red~linen~full"
            })
    void refusesOtherKeys(String key) {
        assertThat(studio.knows(key)).isFalse();
        assertThatThrownBy(() -> studio.webp(key, 400))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 161, 4_000, Integer.MAX_VALUE})
    void refusesOtherWidths(int width) {
        assertThatThrownBy(() -> studio.webp("studio:t-shirt~red~linen~full", width))
                .isInstanceOf(Problem.class);
    }

    @Test
    void knowsEveryPictureOfTheDemo() throws IOException {
        Pattern key = Pattern.compile("studio:[^|,\"\\s]+");
        try (Stream<Path> files = Files.walk(TENANTS, 2)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                Set<String> keys = key.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
                assertThat(keys).as(file.toString()).allMatch(studio::knows);
            }
        }
    }
}
