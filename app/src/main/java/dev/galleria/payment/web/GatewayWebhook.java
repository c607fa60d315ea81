package dev.galleria.payment.web;

import dev.galleria.payment.GatewayEvents;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Tenancy;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code POST /webhooks/stripe} and {@code /webhooks/paypal} on a tenant's host: 200 once the event is stored, 400 if it
 * is not the gateway's.
 */
@WebServlet({"/webhooks/stripe", "/webhooks/paypal"})
public class GatewayWebhook extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 256 * 1024;

    @Inject
    transient Tenancy tenancy;

    @Inject
    transient GatewayEvents events;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (tenancy.find().isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var path = request.getServletPath();
        try {
            events.receive(
                    path.substring(path.lastIndexOf('/') + 1),
                    new String(body, StandardCharsets.UTF_8),
                    request::getHeader);
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (Problem refused) {
            response.setStatus(refused.kind().status());
        }
    }
}
