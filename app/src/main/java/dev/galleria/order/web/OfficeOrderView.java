package dev.galleria.order.web;

import com.ibm.icu.util.ULocale;
import dev.galleria.account.Address;
import dev.galleria.account.CurrentAccount;
import dev.galleria.order.OrderDetails;
import dev.galleria.order.OrderId;
import dev.galleria.order.OrderState;
import dev.galleria.order.Orders;
import dev.galleria.order.PartId;
import dev.galleria.order.SellerOrders;
import dev.galleria.platform.Ids;
import dev.galleria.platform.NumberText;
import dev.galleria.platform.Problem;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** One order in the back office: a seller's own part of it, or all of it for the marketplace's people. */
@Named
@ViewScoped
public class OfficeOrderView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> CARRIERS = List.of("DHL", "DPD", "FedEx", "GLS", "Royal Mail", "UPS", "USPS");

    @Inject
    Office office;

    @Inject
    SellerOrders parts;

    @Inject
    Orders orders;

    @Inject
    Summaries summaries;

    @Inject
    CurrentAccount current;

    @Inject
    OfficeTexts texts;

    @Inject
    Visit visit;

    private String id = "";
    private String carrier = "DHL";
    private String trackingNumber = "";
    private boolean asking;
    private transient @Nullable Shown shown;

    /** What the page shows. */
    record Shown(
            String number,
            Instant placedAt,
            Address address,
            String paymentMethod,
            List<OrderDetails.Part> parts,
            List<OrderDetails.Event> timeline,
            List<String> steps) {}

    /** A moment of the timeline. */
    public record Moment(String text, String at, String when) {}

    /** Another seller's id, one that does not exist and one that is none are all the same Problem (NOT_FOUND). */
    public void load() {
        shown();
    }

    public void ship() {
        var seller = office.sellerId().orElseThrow(() -> Problem.forbidden("order/office", "not a seller"));
        try {
            parts.ship(seller, new PartId(uuid()), text(carrier), text(trackingNumber), actor());
            Faces.redirect("/backoffice/orders/%s", id);
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.REFUSED) {
                throw e;
            }
            asking = true;
            var field = e.code().equals("order/carrier") ? "ship:carrier" : "ship:tracking";
            FacesContext.getCurrentInstance()
                    .addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, texts.of(e), null));
        }
    }

    public void deliver() {
        var seller = office.sellerId().orElseThrow(() -> Problem.forbidden("order/office", "not a seller"));
        parts.deliver(seller, new PartId(uuid()), actor());
        Faces.redirect("/backoffice/orders/%s", id);
    }

    public String getNumber() {
        return shown().number();
    }

    public String getPlaced() {
        return texts.minute(shown().placedAt());
    }

    public List<OrderDetails.Part> getParts() {
        return shown().parts();
    }

    public List<String> getLabel() {
        return shown().address().lines().toList();
    }

    public String getCountry() {
        return new ULocale("", shown().address().country()).getDisplayCountry(ULocale.forLocale(visit.locale()));
    }

    public @Nullable String getPhone() {
        return shown().address().phone();
    }

    public String getPayment() {
        return texts.get(shown().paymentMethod().equals("cod") ? "office.payOnDelivery" : "office.paid");
    }

    /** How the whole order's total was made; for the marketplace's people only. */
    public List<String> getSteps() {
        return shown().steps();
    }

    /** "In euros at 1 EUR = 0.9381 CHF", for a part that was ordered in another currency. */
    public String rate(OrderDetails.Part part) {
        var worth = part.worth();
        return worth == null
                ? ""
                : texts.format(
                        "office.worth",
                        worth.amount().currency().getCurrencyCode(),
                        NumberText.exact(worth.rate(), visit.locale()),
                        part.total().currency().getCurrencyCode());
    }

    /** Newest first. */
    public List<Moment> getTimeline() {
        var moments = new java.util.ArrayList<Moment>();
        for (var event : shown().timeline()) {
            moments.add(
                    0,
                    new Moment(
                            texts.get("office.event." + event.kind()),
                            event.at().toString(),
                            texts.minute(event.at())));
        }
        return moments;
    }

    public boolean isShippable() {
        return office.isForSeller() && shown().parts().get(0).state().mayBecome(OrderState.SHIPPED);
    }

    public boolean isDeliverable() {
        return office.isForSeller() && shown().parts().get(0).state().mayBecome(OrderState.DELIVERED);
    }

    public String minute(@Nullable Instant instant) {
        return texts.minute(instant);
    }

    public String tone(OrderState state) {
        return state == OrderState.CONFIRMED ? "warn" : state == OrderState.CANCELED ? "quiet" : "good";
    }

    public List<String> getCarriers() {
        return CARRIERS;
    }

    public boolean isAsking() {
        return asking;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCarrier() {
        return carrier;
    }

    public void setCarrier(String carrier) {
        this.carrier = carrier;
    }

    public String getTrackingNumber() {
        return trackingNumber;
    }

    public void setTrackingNumber(String trackingNumber) {
        this.trackingNumber = trackingNumber;
    }

    private Shown shown() {
        if (shown == null) {
            shown = office.sellerId()
                    .map(seller -> {
                        var part = parts.part(seller, new PartId(uuid()));
                        return new Shown(
                                part.number(),
                                part.placedAt(),
                                part.address(),
                                part.paymentMethod(),
                                List.of(part.part()),
                                part.timeline(),
                                List.of());
                    })
                    .orElseGet(this::whole);
        }
        return shown;
    }

    private Shown whole() {
        var order = orders.find(new OrderId(uuid())).orElseThrow(() -> Problem.notFound("order/unknown", id));
        var sellers = order.parts().stream()
                .collect(
                        Collectors.toMap(part -> part.seller().toString(), OrderDetails.Part::sellerName, (a, b) -> a));
        return new Shown(
                order.number(),
                order.placedAt(),
                order.address(),
                order.paymentMethod(),
                order.parts(),
                order.timeline(),
                summaries.steps(order.explanation(), sellers));
    }

    private UUID uuid() {
        return Ids.parse(id).orElseThrow(() -> Problem.notFound("order/unknown-part", "not an id"));
    }

    private String actor() {
        return "seller:" + current.require().email();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
