package dev.galleria.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.catalog.media.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureNameTest {
    @Test
    void travelsThereAndBack() {
        var name = PictureName.ofKey("studio:t-shirt~ink~linen~full");

        assertThat(name.text()).isEqualTo("studio.t-shirt_ink_linen_full");
        assertThat(PictureName.read(name.text()).orElseThrow().key()).isEqualTo("studio:t-shirt~ink~linen~full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".hidden", "a..b", "a/b", "A", "a%2e", "a\\b", "a\0b", "ä"})
    void readsNothingThatIsNoName(String text) {
        assertThat(PictureName.read(text)).isEmpty();
    }

    @Test
    void pagesGetAddressesByPreset() {
        var media = new MediaView();

        assertThat(media.card("studio:bread~natural~oat~full"))
                .isEqualTo("/media/card/studio.bread_natural_oat_full.jpg");
        assertThat(media.thumb(null)).isEmpty();
        assertThat(Preset.of("original")).isEmpty();
    }
}
