package dev.galleria.order.web;

import dev.galleria.inventory.LineQuantity;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.web.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads how many of which lines a form has named: fields {@code units.3}; empty and 0 are none. */
final class Units {
    private Units() {}

    static List<LineQuantity> of(Page page, Collection<Integer> lines) {
        var units = new ArrayList<LineQuantity>();
        for (int line : lines) {
            int count = number(page.text("units." + line));
            if (count > 0) {
                units.add(new LineQuantity(line, count));
            }
        }
        return units;
    }

    static int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("[0-9]{1,4}")) {
            throw Problem.refused("order/no-units", text.length() + " characters");
        }
        return Integer.parseInt(text);
    }
}
