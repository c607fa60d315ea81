package dev.galleria.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.platform.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    private final Letters letters = new Letters();

    @Test
    void escapesWhatPeopleHaveWritten() {
        var html = letters.html("canceled", values("<img src=x onerror=alert(1)>"), Locale.ENGLISH);

        assertThat(html).doesNotContain("<img").contains("&lt;img");
    }

    @Test
    void evaluatesNothingThatPeopleHaveWritten() {
        var hostile = "{{ 7 * 7 }} #{7*7} ${7*7}";

        assertThat(letters.text("order", values(hostile), Locale.ENGLISH)).contains(hostile);
        assertThat(letters.html("canceled", values(hostile), Locale.ENGLISH)).doesNotContain("49");
    }

    @Test
    void tellsWhatGoesBackWhenAPaymentCameTooLate() {
        Map<String, Object> values = Map.of(
                "lang", "en",
                "shop", "Atelier",
                "shopAddress", "http://atelier.localhost/",
                "subject", "subject",
                "texts", Map.of("title", "title", "lead", "lead", "money", "€12.50 <b>", "footer", "footer"));

        assertThat(letters.html("refused", values, Locale.ENGLISH)).contains("€12.50 &lt;b&gt;");
        assertThat(letters.text("refused", values, Locale.ENGLISH)).contains("lead\n€12.50");
    }

    @Test
    void keepsTheLinesOfPlainText() {
        assertThat(letters.text("order", values("Ada"), Locale.ENGLISH))
                .startsWith("title\n\nlead\n")
                .contains("numberLabel #1001\nhttp://atelier.localhost/orders/x\n")
                .contains("shipTo:\nAda\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@x.example\r\nBcc: b@y.example",
                "a@x.example,b@y.example",
                "\"<s>\"@x.example",
                "a b@x.example",
                "a",
                ""
            })
    void mailsToOnePlainAddressOnly(String recipient) {
        var mail = new NewMail("r", recipient, Locale.ENGLISH, "Subject", "<p>", "text");

        assertThatThrownBy(() -> new Mailer().queue(mail)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesSubjectsOfSeveralLines() {
        var mail = new NewMail("r", "a@x.example", Locale.ENGLISH, "One\r\nBcc: b@y.example", "<p>", "text");

        assertThatThrownBy(() -> new Mailer().queue(mail)).isInstanceOf(Problem.class);
    }

    @Test
    void waitsLongerAfterEveryFailure() {
        assertThat(MailTick.pause(1)).hasSeconds(30);
        assertThat(MailTick.pause(2)).hasSeconds(60);
        assertThat(MailTick.pause(50)).hasSeconds(3840);
    }

    private static Map<String, Object> values(String hostile) {
        var texts = new HashMap<String, Object>();
        for (var key : List.of(
                "title", "lead", "numberLabel", "look", "shipTo", "tracking", "track", "total", "money", "footer")) {
            texts.put(key, key);
        }
        var values = new HashMap<String, Object>();
        values.put("lang", "en");
        values.put("subject", hostile);
        values.put("shop", hostile);
        values.put("shopAddress", "http://atelier.localhost/");
        values.put("orderAddress", "http://atelier.localhost/orders/x");
        values.put("number", "#1001");
        values.put("total", "12.00 EUR");
        values.put("label", List.of(hostile));
        values.put("sums", List.of());
        values.put("parcels", List.of());
        values.put("texts", texts);
        return values;
    }
}
