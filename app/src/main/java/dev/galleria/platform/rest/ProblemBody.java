package dev.galleria.platform.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457 section 3) with the extensions code, errors and incident. */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable List<ApiFault> errors,
        @Nullable String incident) {
    /** The same with members of its own, as a JSON object. */
    Map<String, Object> with(Map<String, Object> more) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", type);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        members.put("code", code);
        if (errors != null) {
            members.put("errors", errors);
        }
        members.putAll(more);
        return members;
    }
}
