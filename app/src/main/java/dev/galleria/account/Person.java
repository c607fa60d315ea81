package dev.galleria.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account while it is being changed. */
@Entity
@Table(name = "account")
class Person {
    @Id
    private UUID id;

    @Version
    private long version;

    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    private Set<PersonRole> roles = new HashSet<>();

    protected Person() {} // for JPA

    String passwordHash() {
        return passwordHash;
    }

    void rename(String newName) {
        name = newName;
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    void grant(Role role, @Nullable UUID seller) {
        if ((role == Role.SELLER) != (seller != null)) {
            throw new IllegalArgumentException("A seller's role, and no other, names a seller");
        }
        roles.add(new PersonRole(role, seller));
    }

    void revoke(Role role) {
        roles.removeIf(held -> held.role() == role);
    }
}
