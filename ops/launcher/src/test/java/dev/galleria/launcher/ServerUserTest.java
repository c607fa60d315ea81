package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerUserTest {
    @TempDir
    Path dir;

    @Test
    void isNeverRootAndMayWriteToTheData() throws IOException {
        Path data = dir.resolve("data");
        ServerUser user = ServerUser.owning(Files.createDirectories(data), "/bin/ls");

        Command done = Command.run(user.command("KILL", List.of("sh", "-c", "id -u; : > " + data + "/written")));

        assertThat(done.output().strip()).isNotEqualTo("0");
        assertThat(data.resolve("written")).exists();
    }

    @Test
    void stepsDownToTheOwnerOfTheProjectWhereNamespacesAreForbidden() throws IOException {
        assumeTrue(ServerUser.isRoot(), "only root can step down");
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectories(dir.resolve("data"));
        Files.createFile(data.resolve("earlier"));
        ServerUser user = ServerUser.steppingDownTo(4711);

        Trees.giveTo(user.uid(), data);
        Command done = Command.run(
                user.command("KILL", List.of("sh", "-c", "id -u; rm " + data + "/earlier; : > " + data + "/new")));

        assertThat(done.output().strip()).isEqualTo("4711");
        assertThat(data.resolve("earlier")).doesNotExist();
        assertThat(Trees.owner(data.resolve("new"))).isEqualTo(4711);
    }
}
