package dev.galleria.stripedouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void hasEveryTextInEveryLanguage(String language) throws IOException {
        assertThat(texts("page_" + language + ".properties").stringPropertyNames())
                .isEqualTo(texts("page.properties").stringPropertyNames());
    }

    @Test
    void showsMoneyWithTheDecimalsOfItsCurrency() {
        Template template = new Template(Locale.ENGLISH);

        assertThat(template.money(123_450, "gbp")).isEqualTo("£1,234.50");
        assertThat(template.money(1_200, "jpy")).isEqualTo("¥1,200");
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(Template.resource(file)));
        return texts;
    }
}
