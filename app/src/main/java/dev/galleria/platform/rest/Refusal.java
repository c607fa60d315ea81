package dev.galleria.platform.rest;

import jakarta.ejb.ApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
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
    private final transient Map<String, Object> more;

    public Refusal(int status, String code, String detail, List<ApiFault> faults, Map<String, String> headers) {
        this(status, code, detail, faults, headers, Map.of());
    }

    private Refusal(
            int status,
            String code,
            String detail,
            List<ApiFault> faults,
            Map<String, String> headers,
            Map<String, Object> more) {
        super(detail);
        this.status = status;
        this.code = code;
        this.faults = List.copyOf(faults);
        this.headers = Map.copyOf(headers);
        this.more = Map.copyOf(more);
    }

    public Refusal(int status, String code, String detail) {
        this(status, code, detail, List.of(), Map.of());
    }

    /** A body that can be read and is not acceptable (422). */
    public static Refusal faults(List<ApiFault> faults) {
        return new Refusal(422, "request/faults", "The body has faults; each is named by its place.", faults, Map.of());
    }

    /** The same with members of the problem document that only this code has (RFC 9457 section 3.2). */
    public Refusal with(Map<String, Object> members) {
        return new Refusal(status, code, String.valueOf(getMessage()), faults, headers, members);
    }

    /** The same, to be tried again after so many seconds. */
    public Refusal retryAfter(long seconds) {
        return new Refusal(
                status,
                code,
                String.valueOf(getMessage()),
                faults,
                Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)),
                more);
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

    public Map<String, Object> more() {
        return more;
    }
}
