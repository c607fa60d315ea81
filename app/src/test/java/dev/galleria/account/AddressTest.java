package dev.galleria.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void namesEveryFieldThatIsMissing() {
        var address = new Address(" ", "", "", "", "", "", "", "xx", "call me").normalized();

        assertThat(address.faults()).containsOnlyKeys("name", "line1", "city", "country", "postalCode", "phone");
    }

    @Test
    void asksForTheRegionWhereAddressesHaveOne() {
        var address = new Address("Ada", null, "1 Main St", null, "94103", "San Francisco", null, "us", null);

        assertThat(address.normalized().faults()).containsOnlyKeys("region");
    }

    @Test
    void knowsAWrongPostalCode() {
        var address = new Address("Ada", null, "Weg 1", null, "1234", "Leipzig", null, "DE", "+49 341 1234");

        assertThat(address.normalized().faults()).containsEntry("postalCode", "address.fault.postalCode");
    }

    @Test
    void refusesWhatCannotStandOnALabel() {
        var address = new Address("Ada\u202Eevil", null, "Weg 1\r\nX", null, "04109", "Leipzig", null, "DE", null);

        assertThat(address.normalized().faults()).containsOnlyKeys("name", "line1");
    }

    @Test
    void writesThePlaceAsTheCountryDoes() {
        var american = new Address("Ada", null, "1 Main St", null, "94103", "San Francisco", "CA", "US", null);
        var german = new Address("Ada", null, "Weg 1", null, "04109", "Leipzig", null, "DE", null);

        assertThat(american.lines()).containsExactly("Ada", "1 Main St", "San Francisco, CA 94103");
        assertThat(german.lines()).containsExactly("Ada", "Weg 1", "04109 Leipzig");
    }
}
