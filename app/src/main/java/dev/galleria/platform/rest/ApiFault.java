package dev.galleria.platform.rest;

/**
 * One thing that is wrong with a request's body.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901); empty for the whole
 */
public record ApiFault(String pointer, String code, String message) {}
