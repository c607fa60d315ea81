package dev.galleria.tenancy.web;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/** Forms post to the address that the browser asked for, so that path variables and the language survive the post. */
public class ActionUrls extends ViewHandlerWrapper {
    static final String ASKED_FOR = "galleria.asked-for";

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
}
