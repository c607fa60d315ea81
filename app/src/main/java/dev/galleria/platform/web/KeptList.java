package dev.galleria.platform.web;

import dev.galleria.platform.pages.KeptMarkup;
import dev.galleria.platform.pages.PageDraft;
import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.omnifaces.util.Beans;

/**
 * Draws its content once for each value in a list and keeps what was drawn: {@code <p:keptList value="…" var="card"
 * name="card">}. What is inside may only show the value, texts of the page's language and the theme's own files; what asks
 * for the visitor is drawn each time. Equal values look the same, so nothing has ever to be forgotten.
 */
@FacesComponent(KeptList.TYPE)
public class KeptList extends UIComponentBase {
    /** For the tag library. */
    public static final String TYPE = "galleria.KeptList";

    @Override
    public String getFamily() {
        return TYPE;
    }

    @Override
    public boolean getRendersChildren() {
        return true;
    }

    @Override
    public void encodeChildren(FacesContext context) throws IOException {
        var name = getAttributes().get("name") + " " + context.getResourceLibraryContracts() + " "
                + context.getViewRoot().getLocale().toLanguageTag();
        var variable = getAttributes().get("var").toString();
        var kept = Beans.getReference(KeptMarkup.class);
        var draft = Beans.getReference(PageDraft.class);
        var request = context.getExternalContext().getRequestMap();
        var before = request.get(variable);
        try {
            for (var value : (List<?>) getAttributes().get("value")) {
                var known = kept.find(name, value);
                if (known == null) {
                    request.put(variable, value);
                    int asked = draft.askedForVisitor();
                    known = drawn(context);
                    if (asked == draft.askedForVisitor()) {
                        kept.keep(name, value, known);
                    }
                }
                context.getResponseWriter().write(known);
            }
        } finally {
            request.put(variable, before);
        }
    }

    private String drawn(FacesContext context) throws IOException {
        var outer = context.getResponseWriter();
        var text = new StringWriter(2_048);
        var inner = outer.cloneWithWriter(text);
        context.setResponseWriter(inner);
        try {
            for (var child : getChildren()) {
                child.encodeAll(context);
            }
            inner.flush();
        } finally {
            context.setResponseWriter(outer);
        }
        return text.toString();
    }
}
