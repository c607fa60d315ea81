package dev.galleria.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProvisioningIT extends InApplication {
    @Inject
    Tenancy tenancy;

    @Inject
    Registry registry;

    @Inject
    Database database;

    @BeforeEach
    void started() {
        Ready.await();
    }

    @Test
    void refusesASlugThatMeansSomethingElse() {
        assertThatThrownBy(() -> TenantFixture.create(tenancy, "console"))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo("tenancy/slug-reserved"));
    }

    @Test
    void givesEveryTenantASchemaAndALoginOfItsOwn() {
        var one = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        var other = TenantFixture.create(tenancy, TenantFixture.freshSlug());

        var schema = tenancy.call(
                one,
                () -> database.call(sql -> sql.createQuery("SELECT current_schema || ' ' || session_user")
                        .mapTo(String.class)
                        .one()));
        assertThat(schema).isEqualTo(one.schema() + " " + one.role());
        assertThatThrownBy(() -> tenancy.call(
                        one,
                        () -> database.call(
                                sql -> sql.createQuery("SELECT count(*) FROM " + other.schema() + ".account")
                                        .mapTo(long.class)
                                        .one())))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tenancy.call(one, () -> database.call(sql -> sql.execute("SET ROLE " + other.role()))))
                .hasMessageContaining("permission denied");
    }

    @Test
    void answersNothingWithoutATenant() {
        assertThatThrownBy(() -> database.call(sql -> sql.createQuery("SELECT count(*) FROM account")
                        .mapTo(long.class)
                        .one()))
                .hasMessageContaining("does not exist");
    }

    @Test
    void doesNotServeATenantWhoseTablesAreBehind() {
        var behind = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        var other = TenantFixture.create(tenancy, TenantFixture.freshSlug());
        registry.failed(behind.id(), "migration 99 failed");

        assertThat(answer(behind)).startsWith("HTTP/1.1 503").contains("Retry-After: 300", "Back in a while");
        assertThat(answer(other)).startsWith("HTTP/1.1 200");
        assertThat(answer(behind)).doesNotContain("migration 99");
    }

    private static String answer(Tenant tenant) {
        try (var socket = new Socket("127.0.0.1", Ready.port())) {
            var request = "GET / HTTP/1.1\r\nHost: " + tenant.slug() + ".localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
