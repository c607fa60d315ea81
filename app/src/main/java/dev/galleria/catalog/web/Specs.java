package dev.galleria.catalog.web;

import dev.galleria.catalog.Fact;
import dev.galleria.catalog.ProductDetails.Spec;
import dev.galleria.platform.Texts;
import java.util.List;
import java.util.Locale;

/** Facts as a table shows them: yes and no in words. */
final class Specs {
    private Specs() {}

    static List<Spec> inWords(List<Spec> specs, Locale locale) {
        return specs.stream()
                .map(spec -> spec.kind() == Fact.Kind.FLAG
                        ? new Spec(spec.code(), spec.label(), spec.kind(), word(spec.value(), locale))
                        : spec)
                .toList();
    }

    private static String word(String flag, Locale locale) {
        return Texts.of(locale, Boolean.parseBoolean(flag) ? "product.yes" : "product.no");
    }
}
