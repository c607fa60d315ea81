package dev.galleria.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.media.Intake.Outcome;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final String HTML = "<html><script>alert(1)</script></html>";
    private final Intake intake = new Intake(new Places());

    @Test
    void takesAJpegAsItLooks() throws IOException {
        var taken = taken(PictureFixture.jpeg(600, 400));

        assertThat(taken.format()).isEqualTo(Format.JPEG);
        assertThat(taken.key().width()).isEqualTo(600);
        assertThat(taken.key().focus()).isEqualTo(Focus.CENTER);
        assertThat(near(pixel(taken, 100, 200), Color.RED)).isTrue();
        assertThat(near(pixel(taken, 500, 200), Color.BLUE)).isTrue();
    }

    @Test
    void givesTheSameContentTheSameKey() {
        var file = PictureFixture.jpeg(300, 200);

        assertThat(taken(file).key()).isEqualTo(taken(file).key());
        assertThat(taken(file).key())
                .isNotEqualTo(taken(PictureFixture.jpeg(300, 201)).key());
    }

    @Test
    void reducesWhatIsLargerThanAnybodyShows() {
        var taken = taken(PictureFixture.jpeg(6000, 3000));

        assertThat(taken.key().width()).isEqualTo(Intake.LONGEST);
        assertThat(taken.key().height()).isEqualTo(Intake.LONGEST / 2);
    }

    @Test
    void keepsTransparencyAndOnlyThat() throws IOException {
        var clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        clear.setRGB(10, 10, 0xff00ff00);

        assertThat(taken(PictureFixture.file(clear, "png")).format()).isEqualTo(Format.PNG);
        assertThat(pixel(taken(PictureFixture.file(clear, "png")), 20, 20) >>> 24)
                .isZero();
        var full = PictureFixture.painted(50, 50, BufferedImage.TYPE_INT_ARGB);
        assertThat(taken(PictureFixture.file(full, "png")).format()).isEqualTo(Format.JPEG);
    }

    @ParameterizedTest
    @CsvSource({
        // orientation, where the green band (top of the scene) lies in the file that the camera wrote
        "1, 600, 400, 300, 10",
        "2, 600, 400, 300, 10",
        "3, 600, 400, 300, 390",
        "4, 600, 400, 300, 390",
        "5, 400, 600, 10, 300",
        "6, 400, 600, 390, 300",
        "7, 400, 600, 390, 300",
        "8, 400, 600, 10, 300"
    })
    void turnsUprightWhatTheCameraHeldOtherwise(int orientation, int width, int height, int x, int y)
            throws IOException {
        var taken = taken(PictureFixture.withExif(PictureFixture.jpeg(600, 400), orientation, "x"));

        assertThat(taken.key().width()).isEqualTo(width);
        assertThat(taken.key().height()).isEqualTo(height);
        assertThat(near(pixel(taken, x, y), Color.GREEN)).isTrue();
        assertThat(Orientation.of(taken.bytes())).isEqualTo(Orientation.UPRIGHT);
        // Mirrored ones have their halves changed: red was left.
        boolean sideways = orientation > 4;
        int first = sideways ? pixel(taken, 200, 100) : pixel(taken, 150, 200);
        boolean redFirst = orientation == 1 || orientation == 4 || orientation == 5 || orientation == 6;
        assertThat(near(first, redFirst ? Color.RED : Color.BLUE)).isTrue();
    }

    @Test
    void keepsNoMetadata() {
        var file = PictureFixture.withExif(PictureFixture.jpeg(60, 40), 6, "GPS 48.137 11.575");

        assertThat(text(file)).contains("GPS 48.137");
        assertThat(text(taken(file).bytes())).doesNotContain("GPS").doesNotContain("Exif");
    }

    @ParameterizedTest
    @MethodSource("polyglots")
    void keepsNothingBehindThePixels(byte[] file) {
        assertThat(text(file)).contains("alert(1)");
        assertThat(text(taken(file).bytes())).doesNotContain("alert(1)").doesNotContain("PK\3\4");
    }

    static Stream<byte[]> polyglots() {
        var html = HTML.getBytes(StandardCharsets.US_ASCII);
        var jpeg = PictureFixture.jpeg(60, 40);
        var comment = PictureFixture.joined(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (html.length + 2)}, html);
        return Stream.of(
                PictureFixture.joined(jpeg, html),
                PictureFixture.joined(Arrays.copyOf(jpeg, 2), comment, Arrays.copyOfRange(jpeg, 2, jpeg.length)),
                PictureFixture.joined(PictureFixture.png(60, 40), "PK\3\4".getBytes(StandardCharsets.US_ASCII), html),
                PictureFixture.withExif(jpeg, 1, HTML));
    }

    @Test
    void readsWebpSixteenBitsAndCmyk() throws IOException {
        var webp = Encoder.sent(PictureFixture.painted(80, 60, BufferedImage.TYPE_INT_RGB), Format.WEBP);
        var gray = new BufferedImage(80, 60, BufferedImage.TYPE_USHORT_GRAY);

        assertThat(near(pixel(taken(webp), 20, 40), Color.RED)).isTrue();
        assertThat(taken(PictureFixture.file(gray, "png")).key().width()).isEqualTo(80);
        assertThat(taken(PictureFixture.cmyk(80, 60)).format()).isEqualTo(Format.JPEG);
    }

    @Test
    void takesTheFirstFrameOfAnAnimation() throws IOException {
        assertThat(near(pixel(taken(PictureFixture.animated(40, 40)), 20, 20), Color.RED))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(Flaw flaw, byte[] file) {
        assertThat(intake.read(file)).isEqualTo(new Outcome.Refused(flaw));
    }

    static Stream<Arguments> refused() {
        var jpeg = PictureFixture.jpeg(600, 400);
        var png = PictureFixture.png(600, 400);
        return Stream.of(
                Arguments.of(Flaw.EMPTY, new byte[0]),
                Arguments.of(Flaw.TOO_LARGE, new byte[30 * 1024 * 1024]),
                Arguments.of(Flaw.NOT_A_PICTURE, new byte[1000]),
                Arguments.of(Flaw.NOT_A_PICTURE, new byte[1]),
                Arguments.of(Flaw.NOT_A_PICTURE, "<html>".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(Flaw.NOT_A_PICTURE, HTML.getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(Flaw.NOT_A_PICTURE, "%PDF-1.7 /JS (app.alert(1))".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(Flaw.DRAWING, svg("<svg onload=\"alert(1)\"/>")),
                Arguments.of(Flaw.DRAWING, svg("<?xml version=\"1.0\"?><!-- x --><SVG xmlns=\"\"><script/></SVG>")),
                Arguments.of(Flaw.DRAWING, "<svg >".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(Flaw.DAMAGED, Arrays.copyOf(jpeg, jpeg.length / 2)),
                Arguments.of(Flaw.DAMAGED, Arrays.copyOf(jpeg, 20)),
                Arguments.of(Flaw.DAMAGED, Arrays.copyOf(png, png.length / 2)),
                Arguments.of(Flaw.DAMAGED, Arrays.copyOf(png, 20)),
                Arguments.of(Flaw.DAMAGED, "GIF89a/*".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of(Flaw.TOO_MANY_PIXELS, PictureFixture.claiming(65_500, 65_500)),
                Arguments.of(Flaw.TOO_MANY_PIXELS, PictureFixture.claiming(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                Arguments.of(Flaw.TOO_MANY_PIXELS, PictureFixture.claiming(50_000_001, 1)),
                Arguments.of(Flaw.DAMAGED, PictureFixture.claiming(0, 10)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void answersWhateverIsBroken(int seed) {
        var random = new java.util.Random(seed);
        for (var file : new byte[][] {
            PictureFixture.jpeg(60, 40),
            PictureFixture.png(60, 40),
            PictureFixture.withExif(PictureFixture.jpeg(60, 40), 6, "x"),
            Encoder.sent(PictureFixture.painted(80, 60, BufferedImage.TYPE_INT_RGB), Format.WEBP)
        }) {
            for (int i = 0; i < 20; i++) {
                var broken = file.clone();
                for (int j = 0; j < 8; j++) {
                    broken[12 + random.nextInt(broken.length - 12)] = (byte) random.nextInt();
                }
                assertThat(intake.read(broken)).isNotNull();
            }
        }
    }

    @Test
    void isNotFilledByTextsThatUnpack() {
        var file = PictureFixture.withTextBomb(500);
        assertThat(file.length).isLessThan(Intake.MOST_BYTES);

        assertThat(intake.read(file)).isInstanceOf(Outcome.class);
    }

    private static byte[] svg(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Outcome.Taken taken(byte[] file) {
        var outcome = intake.read(file);
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return (Outcome.Taken) outcome;
    }

    private static int pixel(Outcome.Taken taken, int x, int y) throws IOException {
        return PictureFixture.read(taken.bytes()).getRGB(x, y);
    }

    private static boolean near(int pixel, Color color) {
        var seen = new Color(pixel);
        return Math.abs(seen.getRed() - color.getRed()) < 40
                && Math.abs(seen.getGreen() - color.getGreen()) < 40
                && Math.abs(seen.getBlue() - color.getBlue()) < 40;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
