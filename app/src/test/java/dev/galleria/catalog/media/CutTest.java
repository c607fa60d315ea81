package dev.galleria.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
    @Test
    void makesEachPresetOfItsSize() {
        var picture = PictureFixture.painted(2400, 1600, BufferedImage.TYPE_INT_RGB);

        assertThat(size(Cut.of(picture, Preset.THUMB, Focus.CENTER))).isEqualTo(new Size(160, 160));
        assertThat(size(Cut.of(picture, Preset.CARD, Focus.CENTER))).isEqualTo(new Size(400, 400));
        assertThat(size(Cut.of(picture, Preset.DETAIL, Focus.CENTER))).isEqualTo(new Size(800, 533));
        assertThat(size(Cut.of(picture, Preset.ZOOM, Focus.CENTER))).isEqualTo(new Size(1200, 800));
    }

    @Test
    void enlargesNothing() {
        var picture = PictureFixture.painted(300, 200, BufferedImage.TYPE_INT_RGB);

        assertThat(size(Cut.of(picture, Preset.ZOOM, Focus.CENTER))).isEqualTo(new Size(300, 200));
        assertThat(size(Cut.of(picture, Preset.CARD, Focus.CENTER))).isEqualTo(new Size(200, 200));
        assertThat(size(Cut.of(
                        PictureFixture.painted(1, 2400, BufferedImage.TYPE_INT_RGB), Preset.DETAIL, Focus.CENTER)))
                .isEqualTo(new Size(1, 800));
    }

    /** A thousand wide, a hundred high: the square shows what the focus points at. */
    @ParameterizedTest
    @CsvSource({"0, 0", "120, 70", "500, 450", "930, 880", "1000, 900"})
    void keepsTheFocusInSquares(int x, int left) {
        var picture = new BufferedImage(1000, 100, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1000; i++) {
            for (int j = 0; j < 100; j++) {
                picture.setRGB(i, j, i << 8);
            }
        }

        var cut = Cut.of(picture, Preset.CARD, new Focus(x, 500));

        assertThat(size(cut)).isEqualTo(new Size(100, 100));
        assertThat(cut.getRGB(0, 50) >> 8 & 0xffff).isEqualTo(left);
    }

    @Test
    void doesTheSameUpright() {
        var picture = new BufferedImage(100, 1000, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(50, 0, Color.RED.getRGB());

        assertThat(Cut.of(picture, Preset.CARD, new Focus(500, 0)).getRGB(50, 0))
                .isEqualTo(Color.RED.getRGB());
        assertThat(Cut.of(picture, Preset.CARD, new Focus(500, 1000)).getRGB(50, 0))
                .isNotEqualTo(Color.RED.getRGB());
    }

    private static Size size(BufferedImage picture) {
        return new Size(picture.getWidth(), picture.getHeight());
    }
}
