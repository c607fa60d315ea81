package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {
    @TempDir
    Path root;

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());
    private final List<Child> born = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void packServer() throws IOException {
        Path jar = installation().payara();
        Files.createDirectories(jar.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FlakyServer.class.getName());
        String name = FlakyServer.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = FlakyServer.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new ZipEntry(name));
            code.transferTo(out);
        }
    }

    @Test
    void startsAServerAgainThatGaveUpBeforeItBegan() throws Exception {
        Application application = start(1);

        application.awaitReady();

        assertThat(born).hasSize(2);
        assertThat(progress).singleElement().asString().contains("the kernel gave up");
        assertThat(application.onExit()).isNotDone();
        application.stop();
        application.onExit().get(5, TimeUnit.SECONDS);
        assertThat(born).hasSize(2).noneMatch(Child::isAlive);
    }

    @Test
    void saysWhyAServerNeverStarted() {
        Application application = start(9);

        assertThatThrownBy(application::awaitReady)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the kernel gave up")
                .hasMessageContaining(installation().log("galleria").toString());
        assertThat(born).hasSize(3);
    }

    @Test
    void addsToTheLogWhatAServerIsDoing() throws Exception {
        Application application = start(0);
        application.awaitReady();

        application.tellStacks();

        assertThat(installation().log("galleria")).content().contains(FlakyServer.class.getName() + ".main");
        application.stop();
    }

    private Application start(int failures) {
        var settings = Map.of(
                "FAILURES", "" + failures, "ATTEMPTS", root.resolve("attempts").toString());
        return Application.start(installation(), settings, progress::add, born::add);
    }

    private Installation installation() {
        return new Installation(root, 0, "127.0.0.1", Map.of());
    }
}
