package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    @Test
    void pluralsFollowTheLanguage() {
        assertThat(Texts.of(Locale.ENGLISH, "product.ratings", 1)).isEqualTo("1 rating");
        assertThat(Texts.of(Locale.GERMAN, "product.ratings", 1234)).isEqualTo("1.234 Bewertungen");
        assertThat(Texts.of(Locale.FRENCH, "home.products", 0)).isEqualTo("0 produit");
    }

    @Test
    void englishDoesNotDependOnTheServersLanguage() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Texts.of(Locale.ENGLISH, "shop.home")).isEqualTo("Home");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr"})
    void everyStorefrontTextIsTranslatedAndReadable(String language) {
        var english = bundle(Locale.ENGLISH);
        var other = bundle(Locale.forLanguageTag(language));
        var keys = new TreeSet<>(Collections.list(english.getKeys()));
        keys.removeIf(key -> !key.matches("(shop|home|listing|product|search|sellers|error|suspended)\\..*"));

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(other.keySet()).contains(key);
            assertThatCode(() -> new MessageFormat(other.getString(key))).doesNotThrowAnyException();
        });
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("messages", locale);
    }
}
