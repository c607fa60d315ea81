package dev.galleria.exchange;

import dev.galleria.exchange.ImportedRow.Detail;
import dev.galleria.platform.Texts;
import java.util.Locale;
import java.util.Set;

/** What is wrong with a cell, in words. */
public final class FaultTexts {
    /** Faults that only files can have; the others are those of the editor. */
    private static final Set<String> OWN = Set.of(
            "amount-fine",
            "amount-form",
            "cells",
            "characters",
            "choice-missing",
            "differs",
            "moment",
            "not-yours",
            "option-name",
            "option-unknown",
            "price-missing",
            "promised",
            "scattered",
            "seller-missing",
            "seller-unknown",
            "sku-unknown",
            "status",
            "twice",
            "two-products",
            "whole",
            "with-row");

    private FaultTexts() {}

    public static String of(Locale locale, Detail detail) {
        var key = (OWN.contains(detail.code()) ? "exchange.fault." : "catalog.fault.") + detail.code();
        return Texts.of(locale, key, detail.values().toArray());
    }
}
