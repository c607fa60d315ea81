package dev.galleria.order.web;

import dev.galleria.order.CheckoutStep;
import dev.galleria.order.CheckoutView;
import dev.galleria.order.Checkouts;
import dev.galleria.order.StepResult;
import dev.galleria.seller.SellerId;
import dev.galleria.shipping.ShippingOption;
import dev.galleria.tenancy.Visit;
import dev.galleria.tenancy.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Second step: how each seller's parcel is sent. */
@Named("checkoutDelivery")
@RequestScoped
public class CheckoutDeliveryView {
    /** One seller's parcel. */
    public record Parcel(String id, String title, List<Summary.Line> lines, List<Option> options, String fault) {}

    /** One way of sending it. */
    public record Option(String code, String label, String days, String price, boolean chosen) {}

    @Inject
    Checkouts checkouts;

    @Inject
    CheckoutFlow flow;

    @Inject
    Summaries summaries;

    @Inject
    Visit visit;

    @Inject
    Page page;

    private Map<String, String> faults = Map.of();
    private List<Parcel> parcels = List.of();
    private Recap recap;
    private String token = "";
    private Summary summary;

    /** Shows the choices, or answers them. */
    public void load() {
        flow.at(CheckoutStep.SHIPPING).ifPresent(checkout -> {
            token = checkout.token();
            if (page.posted()) {
                choose(checkout);
            }
            recap = Recap.of(checkout.email(), checkout.address(), visit.locale());
            summary = summaries.of(checkout.cart());
            int count = checkout.parcels().size();
            parcels = java.util.stream.IntStream.range(0, count)
                    .mapToObj(at -> parcel(checkout.parcels().get(at), at + 1, count))
                    .toList();
        });
    }

    private void choose(CheckoutView checkout) {
        var choices = new HashMap<SellerId, String>();
        checkout.parcels().forEach(parcel -> choices.put(parcel.seller(), page.text("shipping." + parcel.seller())));
        var answer = checkouts.shipping(checkout.token(), choices);
        if (answer instanceof StepResult.Accepted) {
            page.go("/checkout/payment");
        } else if (answer instanceof StepResult.Rejected rejected) {
            page.status(422);
            faults = rejected.faults();
        } else if (answer instanceof StepResult.Moved moved) {
            flow.go(moved.checkout());
        }
    }

    private Parcel parcel(CheckoutView.Parcel parcel, int number, int count) {
        var id = "shipping." + parcel.seller();
        var wanted = page.posted()
                ? page.text(id)
                : parcel.choice().map(ShippingOption::code).orElse("");
        boolean known =
                parcel.options().stream().anyMatch(option -> option.code().equals(wanted));
        var first = parcel.options().isEmpty() ? "" : parcel.options().get(0).code();
        var chosen = known || page.posted() ? wanted : first;
        var lines = parcel.goods().lines().stream()
                .map(line -> new Summary.Line(
                        line.item().imageKey(),
                        line.item().title(),
                        summaries.note(line.item().choices(), line.quantity(), ""),
                        summaries.money(line.total())))
                .toList();
        var title = count == 1
                ? parcel.goods().sellerName()
                : summaries.say("checkout.parcel", number, count, parcel.goods().sellerName());
        var options =
                parcel.options().stream().map(option -> option(option, chosen)).toList();
        return new Parcel(id, title, lines, options, faults.getOrDefault(id, ""));
    }

    private Option option(ShippingOption option, String chosen) {
        return new Option(
                option.code(),
                option.label(),
                summaries.say("checkout.days", option.minDays(), option.maxDays()),
                option.price().isZero() ? summaries.say("summary.free") : summaries.money(option.price()),
                option.code().equals(chosen));
    }

    /** Whether every parcel can be sent to that address. */
    public boolean isPossible() {
        return parcels.stream().noneMatch(parcel -> parcel.options().isEmpty());
    }

    public List<Parcel> getParcels() {
        return parcels;
    }

    public Map<String, String> getFaults() {
        return faults;
    }

    public Recap getRecap() {
        return recap;
    }

    public String getToken() {
        return token;
    }

    public Summary getSummary() {
        return summary;
    }
}
