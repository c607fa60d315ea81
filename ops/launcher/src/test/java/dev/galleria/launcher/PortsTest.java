package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path dir;

    @Test
    void tellsThatAPortIsTakenAndWhatToDo() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", other.getLocalPort()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + other.getLocalPort() + " is taken by another program; choose another one"
                            + " with --port N.");
        }
    }

    @Test
    void remembersThePortOfAService() {
        int first = Ports.in(dir).choose("postgres");

        assertThat(Ports.in(dir).choose("postgres")).isEqualTo(first);
    }

    @Test
    void choosesAnotherPortWhenTheRememberedOneIsTaken() throws IOException {
        int first = Ports.in(dir).choose("postgres");

        try (var other = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            int second = Ports.in(dir).choose("postgres");
            assertThat(second).isNotEqualTo(other.getLocalPort());
            assertThat(Ports.in(dir).choose("postgres")).isEqualTo(second);
        }
    }
}
