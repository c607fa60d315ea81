package dev.galleria.catalog.editing;

import java.util.List;
import java.util.Map;

/** A kind of product and what it is described by, in order; labels by language. */
public record ProductType(String code, Map<String, String> labels, List<Attribute> attributes) {

    /** One of its attributes by code; a required one must have a value before the product is published. */
    public record Attribute(String code, boolean required) {}
}
