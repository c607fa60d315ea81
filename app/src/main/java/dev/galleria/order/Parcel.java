package dev.galleria.order;

import dev.galleria.platform.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parcel handed to a carrier, checked when made: a carrier's name and a number as carriers print them. */
record Parcel(String carrier, String trackingNumber) {
    private static final Pattern CARRIER = Pattern.compile("[\\p{L}\\p{N} .&'-]{2,40}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9 ./-]{3,40}");

    /** Where carriers show what has become of a parcel; the number is appended. */
    private static final Map<String, String> PAGES = Map.of(
            "dhl", "https://www.dhl.com/en/express/tracking.html?AWB=",
            "fedex", "https://www.fedex.com/fedextrack/?trknbr=",
            "ups", "https://www.ups.com/track?tracknum=",
            "usps", "https://tools.usps.com/go/TrackConfirmAction?tLabels=",
            "royal mail", "https://www.royalmail.com/track-your-item#/tracking-results/",
            "gls", "https://gls-group.com/track/");

    Parcel {
        carrier = carrier.strip();
        trackingNumber = trackingNumber.strip();
        if (!CARRIER.matcher(carrier).matches()) {
            throw Problem.refused("order/carrier", carrier.length() + " characters");
        }
        if (!NUMBER.matcher(trackingNumber).matches()) {
            throw Problem.refused("order/tracking-number", trackingNumber.length() + " characters");
        }
    }

    @Nullable
    String trackingUrl() {
        var page = PAGES.get(carrier.toLowerCase(Locale.ROOT));
        return page == null ? null : page + URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8);
    }
}
