package dev.galleria.launcher;

/** A database login. */
public record Credentials(String user, String password) {
    @Override
    public String toString() {
        return user;
    }
}
