package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user under whom PostgreSQL's programs run. They refuse to work as root, so root steps down:
 * into a user namespace where that is allowed, otherwise to an ordinary user who then owns the data.
 */
record ServerUser(List<String> prefix, int uid) {
    private static final Path SELF = Path.of("/proc/self");
    private static final int NOBODY = 65534;

    /** Finds a way that can run a program and write to the directory, and gives it the directory. */
    static ServerUser owning(Path dir, String program) {
        try {
            int own = Trees.owner(SELF);
            if (own != 0) {
                return new ServerUser(List.of(), own);
            }
            for (ServerUser candidate : candidates(dir)) {
                if (candidate.works(dir, program)) {
                    return candidate;
                }
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot prepare " + dir + ": " + e.getMessage(), e);
        }
        throw new StartFailure("PostgreSQL does not run as root, and no other user can reach " + dir
                + "; start as an ordinary user, or move the project to a directory all users can enter.");
    }

    /** The command as this user, asked to end by the given signal should the launcher die. */
    List<String> command(String signalOnLauncherDeath, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(Child.dyingWithLauncher(signalOnLauncherDeath));
        all.addAll(command);
        return all;
    }

    private static List<ServerUser> candidates(Path dir) throws IOException {
        var candidates = new ArrayList<ServerUser>();
        candidates.add(new ServerUser(List.of("unshare", "-U"), 0));
        int neighbor = Trees.owner(dir.toAbsolutePath().getParent());
        if (neighbor != 0 && neighbor != NOBODY) {
            candidates.add(steppingDownTo(neighbor));
        }
        candidates.add(steppingDownTo(NOBODY));
        return candidates;
    }

    static ServerUser steppingDownTo(int uid) {
        return new ServerUser(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"), uid);
    }

    private boolean works(Path dir, String program) throws IOException {
        Files.createDirectories(dir);
        Trees.giveTo(uid, dir);
        var probe = new ArrayList<>(prefix);
        probe.addAll(List.of(
                "sh",
                "-c",
                "[ \"$(id -u)\" != 0 ] && \"$1\" --version && : > \"$0/probe\" && rm \"$0/probe\"",
                dir.toString(),
                program));
        return Command.run(probe).succeeded();
    }
}
