package dev.galleria.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.harness.InApplication;
import dev.galleria.harness.Ready;
import dev.galleria.platform.Database;
import dev.galleria.platform.Problem;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProvisioningIT extends InApplication {
    @Inject
    Tenancy tenancy;

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
}
