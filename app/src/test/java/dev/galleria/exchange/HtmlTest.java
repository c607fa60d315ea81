package dev.galleria.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void keepsParagraphsAndNothingElse() {
        assertThat(Html.paragraphs("<p>One &amp; <b>two</b></p><p>three<br>four</p><script>alert(1)</script>"))
                .isEqualTo("One & two\n\nthree\nfour");
        assertThat(Html.paragraphs("plain")).isEqualTo("plain");
    }
}
