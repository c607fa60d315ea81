package dev.galleria.notification.web;

import dev.galleria.notification.MailId;
import dev.galleria.notification.Mailbox;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.platform.Settings;
import dev.galleria.platform.web.ContentPolicy;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** A mail's HTML for the frame of the demo's mailbox: shown in a sandbox, so that it can do nothing to the shop. */
@WebServlet(name = "mail", urlPatterns = "/notification/mail")
public class MailServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Mailbox mailbox;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var id = request.getParameter("id");
        var mail = Optional.ofNullable(id)
                .filter(asked -> Settings.demo())
                .flatMap(Ids::parse)
                .flatMap(known -> mailbox.find(new MailId(known)))
                .orElseThrow(() -> Problem.notFound("notification/unknown-mail", "no such mail"));
        ContentPolicy.forMail(response);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(mail.html());
    }
}
