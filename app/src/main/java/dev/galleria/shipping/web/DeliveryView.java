package dev.galleria.shipping.web;

import dev.galleria.platform.Money;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.shipping.Shipping;
import dev.galleria.shipping.ShippingOption;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;

/** When an offer would arrive in the shop's own country, and what that costs: {@code #{delivery.estimate(price, days)}}. */
@Named("delivery")
@RequestScoped
public class DeliveryView {
    @Inject
    Shipping shipping;

    @Inject
    Tenancy tenancy;

    @Inject
    Visit visit;

    @Inject
    Clock clock;

    /** The cheapest way for a parcel of that price that is handed over after so many working days; empty if there is none. */
    public String estimate(Money price, int handlingDays) {
        return shipping.options(tenancy.current().country(), price, visit.locale()).stream()
                .min(Comparator.comparing(ShippingOption::price))
                .map(option -> sentence(option, handlingDays))
                .orElse("");
    }

    private String sentence(ShippingOption option, int handlingDays) {
        var day = DateTimeFormatter.ofPattern(Texts.of(visit.locale(), "delivery.day"), visit.locale());
        var today = LocalDate.now(clock);
        var first = day.format(workingDays(today, handlingDays + option.minDays()));
        var last = day.format(workingDays(today, handlingDays + option.maxDays()));
        return option.price().isZero()
                ? Texts.of(visit.locale(), "product.deliveryFree", first, last)
                : Texts.of(
                        visit.locale(), "product.delivery", first, last, MoneyText.of(option.price(), visit.locale()));
    }

    /** Saturdays and Sundays do not count. */
    static LocalDate workingDays(LocalDate from, int days) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
