package dev.galleria.platform;

import jakarta.ejb.ApplicationException;

/** A request that cannot be honored. Rolls the transaction back; how it is shown is decided at the edge, by its code. */
@ApplicationException(rollback = true)
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What sort of refusal it is; the edge maps it to a status. */
    public enum Kind {
        INVALID(400),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        GONE(410),
        REFUSED(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status (RFC 9110) that says it. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;

    public Problem(Kind kind, String code, Object detail) {
        super(code + ": " + detail);
        this.kind = kind;
        this.code = code;
    }

    public static Problem invalid(String code, Object detail) {
        return new Problem(Kind.INVALID, code, detail);
    }

    public static Problem forbidden(String code, Object detail) {
        return new Problem(Kind.FORBIDDEN, code, detail);
    }

    public static Problem notFound(String code, Object detail) {
        return new Problem(Kind.NOT_FOUND, code, detail);
    }

    public static Problem conflict(String code, Object detail) {
        return new Problem(Kind.CONFLICT, code, detail);
    }

    public static Problem refused(String code, Object detail) {
        return new Problem(Kind.REFUSED, code, detail);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable and documented, e.g. {@code payment/not-capturable}; the text shown is looked up by it. */
    public String code() {
        return code;
    }
}
