package dev.galleria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.galleria.verify.Finding;
import dev.galleria.verify.Invariant;
import dev.galleria.verify.Invariants;
import dev.galleria.verify.Report;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private final LinkedHashMap<String, Report> places = new LinkedHashMap<>();

    @Test
    void saysThatEverythingAgrees() {
        places.put("atelier", new Report(22, List.of("I11"), 0, List.of()));
        var verification = new Verification(places, 120);
        assertThat(verification.clean()).isTrue();
        assertThat(verification.text())
                .isEqualTo("atelier: 22 facts hold (not there: I11)\nEverything agrees (120 ms)");
    }

    @Test
    void namesEachDifference() throws Exception {
        places.put("atelier", new Report(22, List.of(), 2, List.of(new Finding("I1", "on hand equals", "item 7"))));
        var verification = new Verification(places, 5);
        assertThat(verification.clean()).isFalse();
        assertThat(verification.text())
                .isEqualTo("atelier: 22 facts, 2 differences\n  I1  item 7  — on hand equals\n  … and 1 more\n"
                        + "2 differences (5 ms)");
        var json = new ObjectMapper().readTree(verification.json());
        assertThat(json.at("/clean").asBoolean(true)).isFalse();
        assertThat(json.at("/places/atelier/findings/0/code").asText()).isEqualTo("I1");
    }

    @Test
    void knowsAllFacts() {
        assertThat(Invariants.all().stream().map(Invariant::code))
                .doesNotHaveDuplicates()
                .contains(
                        "I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13", "I14", "I15",
                        "I16", "I17");
        assertThat(Invariants.all()).allSatisfy(one -> assertThat(one.sql()).startsWith("SELECT"));
    }
}
