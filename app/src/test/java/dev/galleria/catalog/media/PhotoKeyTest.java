package dev.galleria.catalog.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoKeyTest {
    private static final String CONTENT = "0123456789abcdef0123456789abcdef";

    @Test
    void isReadAsItIsWritten() {
        var key = new PhotoKey(CONTENT, 2400, 1600, new Focus(0, 1000));

        assertThat(key.text()).isEqualTo("photo:" + CONTENT + "~2400x1600~0~1000");
        assertThat(PhotoKey.read(key.text())).contains(key);
        assertThat(PictureId.of(key.text()))
                .isEqualTo(PictureId.of(key.with(Focus.CENTER).text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "photo:" + CONTENT,
                "photo:" + CONTENT + "~2400x1600~0~1001",
                "photo:" + CONTENT + "~2400x1600~00~10",
                "photo:" + CONTENT + "~02400x1600~0~10",
                "photo:" + CONTENT + "~0x1600~0~10",
                "photo:" + CONTENT + "~2400x1600~-1~10",
                "photo:../" + CONTENT + "~2400x1600~1~10",
                "studio:t-shirt~red~linen~full",
                ""
            })
    void isNothingElse(String text) {
        assertThat(PhotoKey.read(text)).isEmpty();
    }
}
