package dev.galleria.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void recognizesOnlyTheSamePassword() {
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("correct horse ", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("correct horse", Optional.empty())).isFalse();
    }

    @Test
    void comparesTheWholePassword() {
        var long1 = "é".repeat(99) + "a";

        assertThat(passwords.matches("é".repeat(99) + "b", Optional.of(passwords.hash(long1))))
                .isFalse();
    }

    @Test
    void treatsComposedAndDecomposedLettersAlike() {
        assertThat(passwords.matches("cafe\u0301 au lait", Optional.of(passwords.hash("caf\u00e9 au lait"))))
                .isTrue();
    }

    @Test
    void refusesPasswordsOfTheWrongLength() {
        assertThatThrownBy(() -> passwords.hash("short")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> passwords.hash("x".repeat(201))).isInstanceOf(Problem.class);
        assertThat(passwords.matches("x".repeat(100_000), Optional.of(passwords.hash("x".repeat(200)))))
                .isFalse();
    }
}
