package dev.galleria.payment.paypal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The keys of PayPal's events. A certificate is taken from PayPal's own hosts only and must lead to an authority that the
 * JVM trusts; with another address set, from that address alone, as it is. Kept for an hour, a failure for a minute.
 */
final class PayPalCertificates {
    private static final Logger LOG = Logger.getLogger(PayPalCertificates.class.getName());
    private static final Set<String> HOSTS =
            Set.of("api.paypal.com", "api-m.paypal.com", "api.sandbox.paypal.com", "api-m.sandbox.paypal.com");
    private static final String PATH = "/v1/notifications/certs/";
    private static final String SUBJECT = "messageverificationcerts.";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);
    private static final int MOST = 100;

    private record Known(@Nullable PublicKey key, Instant until) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** The key that the certificate at that address holds; empty if it is not PayPal's or cannot be had now. */
    Optional<PublicKey> key(String address, URI base, boolean standIn, Clock clock) {
        if (!allowed(address, base, standIn)) {
            return Optional.empty();
        }
        var kept = known.get(address);
        if (kept != null && kept.until().isAfter(clock.instant())) {
            return Optional.ofNullable(kept.key());
        }
        var key = fetch(address, base, standIn, clock);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(address, new Known(key, clock.instant().plus(key == null ? AFTER_FAILURE : KEPT)));
        return Optional.ofNullable(key);
    }

    private static boolean allowed(String address, URI base, boolean standIn) {
        try {
            var uri = URI.create(address);
            boolean ours = standIn
                    ? base.getScheme().equals(uri.getScheme())
                            && base.getAuthority().equals(uri.getAuthority())
                    : "https".equals(uri.getScheme()) && uri.getPort() < 0 && HOSTS.contains(uri.getAuthority());
            var name = uri.getRawPath() == null || !uri.getRawPath().startsWith(PATH)
                    ? ""
                    : uri.getRawPath().substring(PATH.length());
            return ours && uri.getRawQuery() == null && name.matches("[A-Za-z0-9_-]{1,100}");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable PublicKey fetch(String address, URI base, boolean standIn, Clock clock) {
        var host = standIn ? base : URI.create(address);
        var request = new Request.Builder().url(address).build();
        try (var response = PayPalWire.client(host).newCall(request).execute()) {
            var body = response.body();
            if (response.code() != 200 || body == null) {
                throw new IOException("answered " + response.code());
            }
            var chain = new ArrayList<X509Certificate>();
            for (var one : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(body.bytes()))) {
                chain.add((X509Certificate) one);
            }
            if (chain.isEmpty()) {
                throw new GeneralSecurityException("no certificate");
            }
            if (!standIn) {
                validate(chain, clock);
            }
            return chain.get(0).getPublicKey();
        } catch (IOException | GeneralSecurityException e) {
            LOG.warning(() -> "No key of PayPal's events from " + address + ": " + e);
            return null;
        }
    }

    private static void validate(List<X509Certificate> chain, Clock clock) throws GeneralSecurityException {
        if (!chain.get(0).getSubjectX500Principal().getName().contains("CN=" + SUBJECT)) {
            throw new GeneralSecurityException("not PayPal's certificate for events");
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        var anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            anchors.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                for (var issuer : trust.getAcceptedIssuers()) {
                    anchors.setCertificateEntry("a" + anchors.size(), issuer);
                }
            }
        }
        var parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        var withoutRoot = chain.stream()
                .filter(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()))
                .toList();
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(withoutRoot), parameters);
    }
}
