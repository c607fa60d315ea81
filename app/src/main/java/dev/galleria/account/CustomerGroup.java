package dev.galleria.account;

/**
 * Customers for whom the same prices apply. An account is in one group at most.
 *
 * @param code small letters, digits and hyphens, unique in the marketplace
 * @param members how many accounts are in it
 */
public record CustomerGroup(GroupId id, long version, String code, String name, int members) {}
