package dev.galleria.search.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;

/** Writes the values of a filter: there are up to a hundred on a page, too many for expressions. */
@FacesComponent(FacetLinkList.TYPE)
public class FacetLinkList extends UIComponentBase {
    /** For the tag library. */
    public static final String TYPE = "galleria.FacetLinks";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public void encodeBegin(FacesContext context) throws IOException {
        var writer = context.getResponseWriter();
        for (var link : (List<?>) getAttributes().get("value")) {
            write((FacetLink) link, writer);
        }
    }

    private static void write(FacetLink link, ResponseWriter writer) throws IOException {
        writer.startElement("a", null);
        writer.writeAttribute("class", "facet__option", null);
        writer.writeURIAttribute("href", link.href(), null);
        writer.writeAttribute("rel", "nofollow", null);
        if (link.mark() != null) {
            writer.writeAttribute("aria-current", link.mark(), null);
        }
        writer.startElement("span", null);
        writer.writeAttribute("class", "facet__mark", null);
        writer.writeAttribute("aria-hidden", "true", null);
        writer.endElement("span");
        writer.startElement("span", null);
        if (link.swatch() != null && !link.swatch().isEmpty()) {
            dot(link.swatch(), writer);
        }
        writer.writeText(link.text(), null);
        writer.endElement("span");
        writer.startElement("span", null);
        writer.writeAttribute("class", "facet__count", null);
        writer.writeText(link.count(), null);
        writer.endElement("span");
        writer.endElement("a");
    }

    private static void dot(String color, ResponseWriter writer) throws IOException {
        writer.startElement("svg", null);
        writer.writeAttribute("class", "facet__dot", null);
        writer.writeAttribute("viewBox", "0 0 16 16", null);
        writer.writeAttribute("aria-hidden", "true", null);
        writer.startElement("circle", null);
        writer.writeAttribute("cx", "8", null);
        writer.writeAttribute("cy", "8", null);
        writer.writeAttribute("r", "7.5", null);
        writer.writeAttribute("fill", color, null);
        writer.endElement("circle");
        writer.endElement("svg");
    }
}
