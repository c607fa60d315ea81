package dev.galleria.paypaldouble;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back: status, headers, body. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json"), Json.pretty(body));
    }

    static Answer html(int status, String page) {
        return new Answer(
                status,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'",
                        "Referrer-Policy", "no-referrer",
                        "X-Content-Type-Options", "nosniff"),
                page.getBytes(StandardCharsets.UTF_8));
    }

    /** 303: the browser follows with a GET. */
    static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), new byte[0]);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
