package dev.galleria.stripedouble;

import java.util.List;

/**
 * One call of the API.
 *
 * @param id what stands for {@code {id}} in the path, or an empty text
 * @param base scheme, host and port under which the caller reached the double
 */
record Request(String path, String id, Params params, String base) {

    List<String> expand() {
        return params.texts("expand");
    }
}
