package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void listensOnPort8080OfTheLoopbackAddressByDefault() {
        Installation installation = parse().installation(Map.of());

        assertThat(installation.port()).isEqualTo(8080);
        assertThat(installation.bind()).isEqualTo("127.0.0.1");
        assertThat(installation.url("atelier", "/mailbox")).isEqualTo("http://atelier.localhost:8080/mailbox");
    }

    @Test
    void readsItsOptions() {
        Main main = parse("--port", "9000", "--reset", "--headless", "--root", "/somewhere");

        assertThat(main.reset).isTrue();
        assertThat(main.headless).isTrue();
        assertThat(main.installation(Map.of()).port()).isEqualTo(9000);
        assertThat(main.installation(Map.of()).state()).isEqualTo(Path.of("/somewhere/.galleria"));
    }

    @Test
    void takesAnyFreePortForZero() {
        assertThat(parse("--port=0").installation(Map.of()).port()).isGreaterThan(1023);
    }

    @Test
    void refusesAPortThatCannotBe() {
        assertThatThrownBy(() -> parse("--port", "70000").installation(Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("70000");
    }

    @Test
    void refusesAnUnknownOptionWithAnExitCodeOfItsOwn() {
        var said = new StringWriter();
        int exitCode = new CommandLine(new Main()).setErr(new PrintWriter(said)).execute("--prot", "9000");

        assertThat(exitCode).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("--prot");
    }

    @Test
    void passesSettingsOnAndCompletesThem() {
        var environment = Map.of(
                "GALLERIA_DB_URL", "jdbc:postgresql://db/galleria",
                "GALLERIA_SMTP_HOST", "mail",
                "GALLERIA_STRIPE_API_BASE", "",
                "HOME", "/root");
        Installation installation = parse("--port", "9000").installation(environment);

        assertThat(installation.hasOwnDatabase()).isTrue();
        assertThat(installation.hasRealPayments()).isFalse();
        assertThat(installation.settings(new Secrets("s", "o", "master")))
                .containsEntry("GALLERIA_SMTP_HOST", "mail")
                .containsEntry("GALLERIA_SECRET", "master")
                .containsEntry("GALLERIA_PUBLIC_PORT", "9000")
                .doesNotContainKeys("HOME", "GALLERIA_STRIPE_API_BASE");
    }

    @Test
    void doesNotClearADatabaseThatIsNotItsOwn() {
        var installation = parse().installation(Map.of("GALLERIA_DB_URL", "jdbc:postgresql://db/galleria"));

        assertThatThrownBy(() -> new Launch(installation, new Console(), true).reset())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("GALLERIA_DB_URL");
    }

    private static Main parse(String... arguments) {
        var main = new Main();
        new CommandLine(main).parseArgs(arguments);
        return main;
    }
}
