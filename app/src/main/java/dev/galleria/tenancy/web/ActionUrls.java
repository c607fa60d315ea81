package dev.galleria.tenancy.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Forms post to the address that the browser asked for, so that path variables and the language survive the post. What the
 * server has kept of a form is given to an answer at that address only; for any other it is as if it had been forgotten.
 */
public class ActionUrls extends ViewHandlerWrapper {
    static final String ASKED_FOR = "galleria.asked-for";
    private static final String NONCE = "primefaces.nonce";
    private static final Logger LOG = Logger.getLogger(ActionUrls.class.getName());

    public ActionUrls(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext context, String viewId) {
        var asked = context.getExternalContext().getRequestMap().get(ASKED_FOR);
        var same = context.getViewRoot() != null
                && viewId.equals(context.getViewRoot().getViewId());
        return asked != null && same ? asked.toString() : super.getActionURL(context, viewId);
    }

    @Override
    public void renderView(FacesContext context, UIViewRoot view) throws IOException {
        if (!view.isTransient()) {
            view.getAttributes().put(ASKED_FOR, askedFor(context));
        }
        super.renderView(context, view);
    }

    /** Null, a view that has expired, for what was made up and for the state of another page. */
    @Override
    public @Nullable UIViewRoot restoreView(FacesContext context, String viewId) {
        try {
            var view = super.restoreView(context, viewId);
            boolean own = view == null || view.isTransient() || sameAddress(context, view) && sameNonce(context, view);
            return own ? view : null;
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> "No state of " + viewId);
            return null;
        }
    }

    private static boolean sameAddress(FacesContext context, UIViewRoot view) {
        return askedFor(context).equals(view.getAttributes().get(ASKED_FOR));
    }

    /** PrimeFaces would notice only when the answer is half written. Without its script a form has no nonce. */
    private static boolean sameNonce(FacesContext context, UIViewRoot view) {
        var given = context.getExternalContext().getRequestParameterMap().get(NONCE);
        var kept = view.getViewMap(false);
        return given == null && !context.getPartialViewContext().isAjaxRequest()
                || given != null && kept != null && given.equals(kept.get(NONCE));
    }

    private static String askedFor(FacesContext context) {
        return String.valueOf(context.getExternalContext().getRequestMap().get(ASKED_FOR));
    }
}
