package dev.galleria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The user under whom PostgreSQL's programs run. They refuse to work as root or as a user without a
 * name (a container's bare number), so root steps down: into a user namespace where that is allowed, otherwise to an ordinary user who then owns the data.
 */
record ServerUser(List<String> prefix, int uid) {
    private static final int NOBODY = 65534;

    /** Finds a way that can run a program and write to the directory, and gives it the directory. */
    static ServerUser owning(Path dir, String program) {
        try {
            for (ServerUser candidate : candidates(dir)) {
                if (candidate.works(dir, program)) {
                    return candidate;
                }
            }
        } catch (IOException e) {
            throw new StartFailure("Cannot prepare " + dir + ": " + e.getMessage(), e);
        }
        throw new StartFailure("PostgreSQL needs an ordinary user who is in /etc/passwd and can reach " + dir
                + "; start as such a user, or move the project to a directory that all users can enter.");
    }

    /** The command as this user, asked to end by the given signal should the launcher die. */
    List<String> command(String signalOnLauncherDeath, List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(Child.dyingWithLauncher(signalOnLauncherDeath));
        all.addAll(command);
        return all;
    }

    static boolean isRoot() {
        return Command.run(List.of("id", "-u")).output().strip().equals("0");
    }

    private static List<ServerUser> candidates(Path dir) throws IOException {
        var candidates = new ArrayList<ServerUser>();
        var inNamespace = List.of("unshare", "-U");
        if (!isRoot()) {
            int own = Trees.owner(dir);
            candidates.add(new ServerUser(List.of(), own));
            candidates.add(new ServerUser(inNamespace, own)); // gives a name to a user who has none
            return candidates;
        }
        candidates.add(new ServerUser(inNamespace, 0));
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
                "[ \"$(id -u)\" != 0 ] && id -un && \"$1\" --version && : > \"$0/probe\" && rm \"$0/probe\"",
                dir.toString(),
                program));
        return Command.run(probe).succeeded();
    }
}
