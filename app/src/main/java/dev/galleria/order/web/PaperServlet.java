package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.account.Role;
import dev.galleria.order.Orders;
import dev.galleria.order.Papers;
import dev.galleria.order.ShipmentId;
import dev.galleria.order.print.Sheets;
import dev.galleria.platform.Ids;
import dev.galleria.platform.Problem;
import dev.galleria.seller.SellerId;
import dev.galleria.tenancy.Tenancy;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Invoices, credit notes and packing slips as files: for the holder of the order's link all but the slips, for a seller those
 * of its own part, for the marketplace's people all. Anybody else's is a 404.
 */
@WebServlet(
        name = "order-papers",
        urlPatterns = {"/order/paper", "/order/office-paper", "/order/slip"})
public class PaperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Orders orders;

    @Inject
    transient Papers papers;

    @Inject
    transient CurrentAccount current;

    @Inject
    transient Tenancy tenancy;

    private record File(String name, byte[] content) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = request.getServletPath().endsWith("/slip") ? slip(request) : paper(request);
        response.setContentType("application/pdf");
        response.setContentLength(file.content().length);
        response.setHeader("Content-Disposition", "inline; filename=\"" + file.name() + ".pdf\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        response.getOutputStream().write(file.content());
    }

    private File paper(HttpServletRequest request) {
        var wanted = Ids.parse(text(request, "paper")).orElseThrow(PaperServlet::unknown);
        boolean buyer = request.getServletPath().equals("/order/paper");
        var found = buyer
                ? orders.byToken(text(request, "token")).stream()
                        .flatMap(one -> papers.of(one.id()).stream())
                        .filter(paper -> paper.id().equals(wanted))
                        .findFirst()
                : papers.find(wanted).filter(paper -> mine(paper.seller()));
        return found.map(paper -> new File(paper.number(), Sheets.of(paper))).orElseThrow(PaperServlet::unknown);
    }

    private File slip(HttpServletRequest request) {
        var wanted = Ids.parse(text(request, "parcel")).map(ShipmentId::new).orElseThrow(PaperServlet::unknown);
        var order = orders.byParcel(wanted).orElseThrow(PaperServlet::unknown);
        for (var part : order.parts()) {
            for (var parcel : part.shipments()) {
                if (parcel.id().equals(wanted) && mine(part.seller())) {
                    var name = OrderPages.plain(order.number()) + "-" + part.partNo() + "-" + parcel.parcelNo();
                    return new File(
                            name,
                            Sheets.slip(order, part, parcel, tenancy.current().name()));
                }
            }
        }
        throw unknown();
    }

    /** Whether whoever is signed in may see what is that seller's. */
    private boolean mine(SellerId seller) {
        var account = current.find().orElseThrow(PaperServlet::unknown);
        return account.is(Role.SELLER) ? seller.value().equals(account.seller()) : account.works();
    }

    private static Problem unknown() {
        return Problem.notFound("order/unknown-paper", "no such paper");
    }

    private static String text(HttpServletRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
