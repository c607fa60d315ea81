package dev.galleria.platform.rest;

import java.util.List;
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
        @Nullable String incident) {}
