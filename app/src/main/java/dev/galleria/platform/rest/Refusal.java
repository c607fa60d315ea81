package dev.galleria.platform.rest;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/** A request that HTTP or JSON does not allow, or whose body has faults; the domain's own refusals are Problems. */
@ApplicationException(rollback = true)
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<ApiFault> faults;
    private final transient Map<String, String> headers;

    public Refusal(int status, String code, String detail, List<ApiFault> faults, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
    }

    public Refusal(int status, String code, String detail) {
        this(status, code, detail, List.of(), Map.of());
    }

    /** A body that can be read and is not acceptable (422). */
    public static Refusal faults(List<ApiFault> faults) {
        return new Refusal(422, "request/faults", "The body has faults; each is named by its place.", faults, Map.of());
    }

    /** Nobody is known by the token, or a token is needed (RFC 6750 section 3). */
    public static Refusal unauthenticated(String detail) {
        return new Refusal(401, "request/token", detail, List.of(), Map.of("WWW-Authenticate", "Bearer"));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<ApiFault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
