package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadyBoxTest {
    @TempDir
    Path root;

    @BeforeEach
    void writeMarketplace() throws IOException {
        Path tenant = Files.createDirectories(root.resolve("tenants/corner"));
        Files.writeString(
                tenant.resolve("tenant.yaml"),
                """
                slug: corner
                name: Corner Shop
                demo-password: open-sesame
                owner: {email: owner@corner.example, name: "Olga"}
                shopper: {email: shopper@corner.example}
                """);
        Files.writeString(
                tenant.resolve("sellers.csv"),
                "slug,name,email\na,A,a@corner.example\nb,\"B, Sons\",b@corner.example\nc,C,c@corner.example\n");
    }

    @Test
    void namesAddressAndLoginOfEachPersona() {
        assertThat(box().text())
                .contains("Corner Shop   http://corner.localhost:9000/")
                .contains("shopper@corner.example")
                .contains("a@corner.example, b@corner.example")
                .doesNotContain("c@corner.example")
                .contains("owner@corner.example")
                .contains("http://corner.localhost:9000/mailbox")
                .contains("http://console.localhost:9000/")
                .contains("open-sesame")
                .contains("4242 4242 4242 4242");
        assertThat(box().text().lines().map(String::length).distinct()).hasSize(1);
    }

    @Test
    void saysTheSameInOneLineOfJson() throws IOException {
        String line = box().json();
        JsonNode json = new ObjectMapper().readTree(line);

        assertThat(line.lines()).hasSize(1);
        assertThat(json.path("ready").asBoolean()).isTrue();
        assertThat(json.at("/tenants/0/url").asText()).isEqualTo("http://corner.localhost:9000/");
        assertThat(json.at("/tenants/0/sellers")).hasSize(2);
        assertThat(json.at("/console/url").asText()).isEqualTo("http://console.localhost:9000/");
        assertThat(json.path("password").asText()).isEqualTo("open-sesame");
    }

    private ReadyBox box() {
        var installation = new Installation(root, 9000, "127.0.0.1", Map.of());
        List<Marketplace> marketplaces = Marketplace.listIn(installation.tenants());
        return new ReadyBox(installation, marketplaces);
    }
}
