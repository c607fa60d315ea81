package dev.galleria.search.merchandising;

/**
 * One thing that is wrong with what was sent in.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901) over the names of the draft's components: {@code /words/3}
 * @param code what is wrong; its text is {@code problem.search.<code>}
 */
public record Fault(String pointer, String code) {
    /** The key of its text. */
    public String key() {
        return "problem.search." + code;
    }
}
