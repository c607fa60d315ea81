package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Directory trees: delete one, or give one to another user. Symbolic links are not followed. */
final class Trees {
    private Trees() {}

    /** Deletes a directory and all that is in it; does nothing when it is not there. */
    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        for (Path path : walk(root)) {
            Files.deleteIfExists(path);
        }
    }

    /** Makes a user own a directory and all that is in it; quick when the root already is theirs. */
    static void giveTo(int uid, Path root) throws IOException {
        if (owner(root) == uid) {
            return;
        }
        for (Path path : walk(root)) {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** The numeric id of the user who owns a file. */
    static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** Children before their directory, so that an interrupted change is seen at the root. */
    private static List<Path> walk(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
