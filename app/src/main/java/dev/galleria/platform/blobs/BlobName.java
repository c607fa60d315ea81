package dev.galleria.platform.blobs;

import java.util.regex.Pattern;

/**
 * Where a blob lies: a path inside a scope, e.g. {@code masters/3f2a.jpg} of a tenant's id. No name of one scope can reach
 * into another; a text that is no such name is an IllegalArgumentException.
 */
public record BlobName(String scope, String path) {
    private static final Pattern STEP = Pattern.compile("[a-z0-9][a-z0-9._-]{0,179}");
    private static final Pattern PATH = Pattern.compile(STEP + "(/" + STEP + "){0,3}");

    public BlobName {
        if (!STEP.matcher(scope).matches() || !PATH.matcher(path).matches() || path.contains("..")) {
            throw new IllegalArgumentException("No name of a blob");
        }
    }

    /** Scope and path as one. */
    public String full() {
        return scope + '/' + path;
    }
}
