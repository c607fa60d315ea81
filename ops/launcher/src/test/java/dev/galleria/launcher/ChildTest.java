package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    Path dir;

    @Test
    void passesOnWhatTheProcessSaysAndKeepsItInTheLog() throws Exception {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Path log = dir.resolve("log/child.log");

        Child child = Child.start("child", List.of("sh", "-c", "echo $WORD"), Map.of("WORD", "hello"), log, said::add);
        child.onExit().get(5, TimeUnit.SECONDS);

        assertThat(said).containsExactly("hello");
        assertThat(log).hasContent("hello");
    }

    @Test
    void stopsOnRequestAndKillsWhatDoesNotListen() {
        Child polite = Child.start("polite", List.of("sleep", "60"), dir.resolve("polite.log"));
        Path log = dir.resolve("stubborn.log");
        Child stubborn = Child.start("stubborn", List.of("sh", "-c", "trap '' TERM; echo up; sleep 60; sleep 60"), log);
        while (size(log) == 0) {
            Pause.millis(10);
        }

        assertThat(polite.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(stubborn.stop(Duration.ofMillis(200))).isFalse();
        assertThat(stubborn.isAlive()).isFalse();
    }

    @Test
    void isEndedByTheNextRunWhenItOutlivedItsLauncher() {
        Child outlived = Child.start("outlived", List.of("sleep", "60"), dir.resolve("outlived.log"));
        Leftovers.in(dir).remember(outlived);

        Leftovers.in(dir).end();

        assertThat(outlived.isAlive()).isFalse();
        assertThat(dir.resolve("processes")).doesNotExist();
    }

    @Test
    void leavesAloneAProcessThatOnlyHasTheSameId() throws Exception {
        Child stranger = Child.start("stranger", List.of("sleep", "60"), dir.resolve("stranger.log"));
        Files.writeString(dir.resolve("processes"), stranger.handle().pid() + " 1000 earlier\n");

        Leftovers.in(dir).end();

        assertThat(stranger.isAlive()).isTrue();
        stranger.kill();
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
