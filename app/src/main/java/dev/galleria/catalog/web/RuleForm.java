package dev.galleria.catalog.web;

import dev.galleria.catalog.collections.Condition;
import dev.galleria.catalog.collections.Rule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A collection's rule while it is written, condition by condition. */
public class RuleForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private Rule.Match match = Rule.Match.ALL;
    private final List<RuleLine> lines = new ArrayList<>();

    void show(Rule rule) {
        match = rule.match();
        lines.clear();
        rule.conditions().stream().map(RuleLine::of).forEach(lines::add);
    }

    /** The rule as it stands, whatever is wrong with it. */
    Rule rule() {
        return new Rule(match, lines.stream().map(RuleLine::condition).toList());
    }

    /** One more condition; beyond {@link Rule#MOST_CONDITIONS} there is none. */
    public void add() {
        if (lines.size() < Rule.MOST_CONDITIONS) {
            lines.add(new RuleLine());
        }
    }

    /** Takes a condition away; a place where there is none changes nothing. */
    public void remove(int index) {
        if (index >= 0 && index < lines.size()) {
            lines.remove(index);
        }
    }

    public List<RuleLine> getLines() {
        return lines;
    }

    public Rule.Match getMatch() {
        return match;
    }

    public void setMatch(Rule.Match match) {
        this.match = match;
    }

    public Rule.Match[] getMatches() {
        return Rule.Match.values();
    }

    public Condition.Subject[] getSubjects() {
        return Condition.Subject.values();
    }
}
