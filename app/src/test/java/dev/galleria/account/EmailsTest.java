package dev.galleria.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailsTest {
    @Test
    void foldsSpellingsOfOneAddress() {
        assertThat(Emails.normalize(" Ada@Atelier.Example ")).contains("ada@atelier.example");
        assertThat(Emails.normalize("ａｄａ@atelier.example")).contains("ada@atelier.example");
    }

    @Test
    void keepsPlusAddressesApart() {
        assertThat(Emails.normalize("a+1@x.example")).contains("a+1@x.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "a@x.example\r\nBcc: b@y.example",
                "a@x.example,b@y.example",
                "\"<script>\"@x.example",
                "аda@atelier.example",
                "a@x\u2028.example",
                "a\u0000@x.example",
                "a b@x.example"
            })
    void refusesWhatIsNotOnePlainAddress(String text) {
        assertThat(Emails.normalize(text)).isEmpty();
    }
}
