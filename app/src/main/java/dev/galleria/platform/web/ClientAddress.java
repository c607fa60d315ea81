package dev.galleria.platform.web;

import dev.galleria.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who is counted when attempts are limited: the peer's IPv4 address, or its IPv6 network of 64 bits. A proxy's word
 * ({@code X-Forwarded-For}, last entry) is taken only from addresses listed in {@code galleria.trusted-proxies}.
 */
public final class ClientAddress {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        if (trusted().contains(peer)) {
            var forwarded = request.getHeader("X-Forwarded-For");
            if (forwarded != null) {
                var last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
                return LITERAL.matcher(last).matches() ? network(last) : network(peer);
            }
        }
        return network(peer);
    }

    private static Set<String> trusted() {
        return Settings.text("galleria.trusted-proxies")
                .map(list -> Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Literals only: nothing is looked up. */
    static String network(String literal) {
        try {
            var bytes = InetAddress.getByName(literal).getAddress();
            if (bytes.length == 4) {
                return literal;
            }
            Arrays.fill(bytes, 8, 16, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException e) {
            return "unreadable";
        }
    }
}
