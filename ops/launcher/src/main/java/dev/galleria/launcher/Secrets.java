package dev.galleria.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The generated secrets of one installation: the database's superuser, the application's database
 * login, and the application's master secret. Generated once, then read; the file is 0600.
 */
record Secrets(String superuser, String owner, String master) {
    private static final int BYTES = 24;

    static Secrets in(Path dir) {
        Path file = dir.resolve("secrets");
        try {
            if (!Files.exists(file)) {
                write(file, new Secrets(random(), random(), random()));
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Secrets read(Path file) throws IOException {
        var saved = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            saved.load(in);
        }
        return new Secrets(value(saved, "superuser"), value(saved, "owner"), value(saved, "master"));
    }

    private static String value(Properties saved, String name) {
        String value = saved.getProperty(name, "");
        if (value.isBlank()) {
            throw new StartFailure("The file .galleria/secrets has no " + name + "; restore it or use --reset.");
        }
        return value;
    }

    private static void write(Path file, Secrets secrets) throws IOException {
        Path draft = file.resolveSibling("secrets.new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft,
                "superuser=%s%nowner=%s%nmaster=%s%n".formatted(secrets.superuser, secrets.owner, secrets.master));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
