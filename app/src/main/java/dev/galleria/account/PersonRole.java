package dev.galleria.account;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that somebody has. A class, because EclipseLink 4.0 embeds no records. */
@Embeddable
class PersonRole {
    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "seller_id")
    private @Nullable UUID seller;

    protected PersonRole() {} // for JPA

    PersonRole(Role role, @Nullable UUID seller) {
        this.role = role;
        this.seller = seller;
    }

    Role role() {
        return role;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonRole that && role == that.role && Objects.equals(seller, that.seller);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, seller);
    }
}
