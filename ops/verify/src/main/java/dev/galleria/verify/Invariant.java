package dev.galleria.verify;

import java.util.List;

/**
 * A fact that must hold: its query gives one row of one text for each difference.
 *
 * @param code as in the list of promises, e.g. {@code I6}
 * @param wide whether it is about the whole database and not one tenant
 * @param needs the views without which it cannot be asked
 * @param sql with {@code :allowance} where something may be under way for so many seconds
 */
public record Invariant(String code, String says, boolean wide, List<String> needs, String sql) {}
