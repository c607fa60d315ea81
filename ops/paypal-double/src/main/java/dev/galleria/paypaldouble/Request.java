package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One call of the API.
 *
 * @param id what stands for {@code {id}} in the path, or an empty text
 * @param base scheme, host and port under which the caller reached the double
 * @param whole whether the caller prefers the whole representation
 */
record Request(String path, String id, JsonNode body, Map<String, String> query, String base, boolean whole) {}
