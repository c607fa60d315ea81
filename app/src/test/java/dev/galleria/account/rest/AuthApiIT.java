package dev.galleria.account.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.galleria.account.Accounts;
import dev.galleria.account.Role;
import dev.galleria.harness.ApiClient;
import dev.galleria.harness.ApiClient.Answer;
import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.tokens.TokenKeys;
import dev.galleria.seller.NewSeller;
import dev.galleria.seller.Sellers;
import dev.galleria.tenancy.Tenancy;
import dev.galleria.tenancy.Tenant;
import dev.galleria.tenancy.TenantFixture;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Signed tokens of one marketplace, at it and at another of the same make. */
class AuthApiIT extends InApplication {
    private static final String PASSWORD = "a long password";
    private static final String OWN = "/api/v1/orders";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    @Inject
    Tenancy tenancy;

    @Inject
    Accounts accounts;

    @Inject
    Sellers sellers;

    @Test
    void tokensWorkForTheirTimeAtTheirMarketplaceAndOnce() throws Exception {
        Ready.await();
        var shop = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        var other = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        List.of(shop, other).forEach(this::people);

        var first = signIn(shop, "ada");
        var access = first.getString("accessToken");
        assertThat(first.getInt("expiresIn")).isEqualTo(900);
        assertThat(status(shop, access)).isEqualTo(200);
        assertThat(status(other, access)).isEqualTo(401);
        assertThat(refresh(other, first.getString("refreshToken")).status()).isEqualTo(401);
        for (var forged : forgeries(access, other).entrySet()) {
            var answer = ApiClient.bearing(shop.slug(), forged.getValue()).get(OWN);
            assertThat(answer.status()).as(forged.getKey()).isEqualTo(401);
            assertThat(answer.headers().get("content-type")).as(forged.getKey()).startsWith("application/problem+json");
        }
        rotation(shop, first);
        endings(shop);
    }

    /** A refresh token is good once; the second time ends everything that came of it. */
    private void rotation(Tenant shop, JsonObject first) {
        var second = refresh(shop, first.getString("refreshToken"));
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        var access = second.json().getString("accessToken");
        assertThat(status(shop, access)).isEqualTo(200);
        assertThat(status(shop, first.getString("accessToken"))).isEqualTo(200);
        var parts = first.getString("refreshToken").split("\\.");
        assertThat(refresh(shop, parts[0] + ".2." + parts[2]).status()).isEqualTo(401);
        assertThat(status(shop, access)).isEqualTo(200);

        assertThat(refresh(shop, first.getString("refreshToken")).status()).isEqualTo(401);
        assertThat(status(shop, access)).isEqualTo(401);
        assertThat(refresh(shop, second.json().getString("refreshToken")).status())
                .isEqualTo(401);
    }

    private void endings(Tenant shop) {
        var session = signIn(shop, "ada");
        var out = ApiClient.of(shop.slug())
                .post("/api/v1/auth/logout", token(session.getString("refreshToken")), Map.of());
        assertThat(out.status()).isEqualTo(204);
        assertThat(status(shop, session.getString("accessToken"))).isEqualTo(401);
        assertThat(refresh(shop, session.getString("refreshToken")).status()).isEqualTo(401);

        var anna = ApiClient.bearing(shop.slug(), signIn(shop, "anna").getString("accessToken"));
        assertThat(anna.get("/api/v1/seller/orders").status()).isEqualTo(200);
        tenancy.run(
                shop,
                () -> accounts.revoke(
                        accounts.findByEmail("anna@example.com").orElseThrow().id(), Role.SELLER));
        assertThat(anna.get("/api/v1/seller/orders").status()).isEqualTo(403);

        var personal = ApiClient.of(shop.slug(), "ada@example.com", PASSWORD);
        assertThat(personal.get(OWN).status()).isEqualTo(200);
        assertThat(ApiClient.of(shop.slug()).get(OWN).status()).isEqualTo(401);
        var wrong = ApiClient.of(shop.slug())
                .post("/api/v1/auth/token", "{\"email\":\"ada@example.com\",\"password\":\"wrong\"}", Map.of());
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().getString("code")).isEqualTo("account/refused");
    }

    /** Promises, case 72 and 73: tokens that nobody was given. */
    private Map<String, String> forgeries(String access, Tenant other) throws Exception {
        var parts = access.split("\\.");
        var claims = claims(parts[1]);
        var forgeries = new LinkedHashMap<String, String>();
        forgeries.put("other claims", parts[0] + '.' + encoded(with(claims, "sub", "someone")) + '.' + parts[2]);
        forgeries.put("no signature", parts[0] + '.' + parts[1] + '.');
        forgeries.put("alg none", encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + '.' + parts[1] + '.');
        forgeries.put("two signatures", access + '.' + parts[2]);
        forgeries.put("HS256 with the public key", symmetric(parts[1]));
        var stranger = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"../../dev/null\",\"jku\":\"http://127.0.0.1:1/\"}";
        forgeries.put("another key", signedByAnother(encoded(stranger) + '.' + parts[1]));
        forgeries.put("rubbish", "ey.ey.ey");
        forgeries.put("long rubbish", "a".repeat(6_000));
        long now = claims.getInt("iat");
        forgeries.put(
                "expired",
                TokenKeys.sign(
                        with(with(claims, "iat", now - 1_000), "exp", now - 10).toString()));
        forgeries.put(
                "ten years",
                TokenKeys.sign(with(with(claims, "iat", now - 1_000), "exp", now + 300_000_000)
                        .toString()));
        forgeries.put(
                "other audience", TokenKeys.sign(with(claims, "aud", other.id().toString())));
        forgeries.put("other issuer", TokenKeys.sign(with(claims, "iss", "https://evil.example")));
        forgeries.put("unknown session", TokenKeys.sign(with(claims, "jti", "a".repeat(43) + ".1")));
        forgeries.put("another account", TokenKeys.sign(with(claims, "sub", "019f0000-0000-7000-8000-000000000000")));
        return forgeries;
    }

    private String symmetric(String payload) throws Exception {
        var key = Base64.getDecoder().decode(TokenKeys.verifying());
        var text = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + '.' + payload;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return text + '.' + URL.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String signedByAnother(String text) throws Exception {
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + '.' + URL.encodeToString(signature.sign());
    }

    private static JsonObject claims(String payload) {
        var text = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String with(JsonObject claims, String name, String value) {
        return Json.createObjectBuilder(claims).add(name, value).build().toString();
    }

    private static JsonObject with(JsonObject claims, String name, long value) {
        return Json.createObjectBuilder(claims).add(name, value).build();
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int status(Tenant tenant, String access) {
        return ApiClient.bearing(tenant.slug(), access).get(OWN).status();
    }

    private static Answer refresh(Tenant tenant, String token) {
        return ApiClient.of(tenant.slug()).post("/api/v1/auth/refresh", token(token), Map.of());
    }

    private static String token(String token) {
        return Json.createObjectBuilder().add("refreshToken", token).build().toString();
    }

    private static JsonObject signIn(Tenant tenant, String name) {
        var body = Json.createObjectBuilder()
                .add("email", name + "@example.com")
                .add("password", PASSWORD)
                .build()
                .toString();
        var answer = ApiClient.of(tenant.slug()).post("/api/v1/auth/token", body, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private void people(Tenant tenant) {
        tenancy.run(tenant, () -> {
            accounts.create("ada@example.com", "Ada", PASSWORD, Locale.ENGLISH, Set.of());
            var seller =
                    sellers.register(new NewSeller("anna", "anna", "anna@example.com", "DE", null, null, Map.of()));
            var anna = accounts.create("anna@example.com", "Anna", PASSWORD, Locale.ENGLISH, Set.of());
            accounts.grant(anna, Role.SELLER, seller.id().value());
        });
    }
}
