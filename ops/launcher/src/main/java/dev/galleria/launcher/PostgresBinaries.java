package dev.galleria.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per version from the archive on the class path. */
record PostgresBinaries(Path home, String version) {

    static PostgresBinaries unpackedIn(Path dir) {
        String version = packedVersion();
        Path home = dir.resolve("pgsql-" + version);
        if (!Files.exists(home)) {
            try {
                Path draft = dir.resolve("pgsql.new");
                Trees.delete(draft);
                unpack(draft);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new StartFailure("Cannot unpack PostgreSQL into " + dir + ": " + e.getMessage(), e);
            }
        }
        return new PostgresBinaries(home, version);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    private static String packedVersion() {
        var versions = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions.getProperty("postgresql");
    }

    private static InputStream archive() {
        String arch = System.getProperty("os.arch");
        String name = arch.equals("aarch64") ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz";
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null || !System.getProperty("os.name").equals("Linux")) {
            throw new StartFailure("There is no PostgreSQL for " + System.getProperty("os.name") + " on " + arch
                    + "; set GALLERIA_DB_URL, GALLERIA_DB_USER and GALLERIA_DB_PASSWORD to one of yours.");
        }
        return archive;
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                write(entry, tar, path);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, path);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
