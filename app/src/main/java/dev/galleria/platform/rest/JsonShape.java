package dev.galleria.platform.rest;

/** What keeps a body from being read as JSON; the answer says why. */
final class JsonShape extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JsonShape(String reason) {
        super(reason);
    }
}
