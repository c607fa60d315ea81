package dev.galleria.search.web;

import dev.galleria.platform.Problem;
import dev.galleria.search.Factor;
import dev.galleria.search.Ranking;
import dev.galleria.search.Weights;
import dev.galleria.tenancy.web.OfficeTexts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The back office's weights of the ranking's factors. */
@Named
@ViewScoped
public class RankingView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    Ranking ranking;

    @Inject
    SearchOffice office;

    @Inject
    OfficeTexts texts;

    private List<Row> rows = List.of();
    private String fault = "";

    /** A factor with its weight in a field. */
    public static class Row implements Serializable {
        private static final long serialVersionUID = 1L;
        private final Factor factor;
        private Integer weight;

        Row(Factor factor, int weight) {
            this.factor = factor;
            this.weight = weight;
        }

        public String getName() {
            return factor.name();
        }

        public int getUsual() {
            return factor.usual();
        }

        public Integer getWeight() {
            return weight;
        }

        public void setWeight(@Nullable Integer weight) {
            this.weight = weight == null ? 0 : weight;
        }
    }

    public void load() {
        office.require();
        var weights = ranking.weights();
        rows = new ArrayList<>(Arrays.stream(Factor.values())
                .map(factor -> new Row(factor, weights.of(factor)))
                .toList());
    }

    public void save() {
        var weights = new EnumMap<Factor, Integer>(Factor.class);
        rows.forEach(row -> weights.put(row.factor, row.weight));
        weigh(() -> new Weights(weights));
    }

    /** Every factor weighs what it does where nobody has said anything. */
    public void reset() {
        weigh(Weights::usual);
    }

    private void weigh(Supplier<Weights> weights) {
        office.require();
        try {
            ranking.weigh(weights.get());
            office.show("", "saved=1");
        } catch (Problem e) {
            Faces.setResponseStatus(e.kind().status());
            fault = texts.of(e);
        }
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getFault() {
        return fault;
    }
}
