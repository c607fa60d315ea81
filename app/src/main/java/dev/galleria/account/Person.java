package dev.galleria.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

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
}
