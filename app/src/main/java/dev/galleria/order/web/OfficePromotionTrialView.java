package dev.galleria.order.web;

import dev.galleria.account.CurrentAccount;
import dev.galleria.catalog.editing.Editor;
import dev.galleria.order.PromotionTrial;
import dev.galleria.platform.Ids;
import dev.galleria.platform.MoneyText;
import dev.galleria.platform.Texts;
import dev.galleria.tenancy.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;

/** What the promotion that {@code try} names would have cost last week, in words. */
@Named
@RequestScoped
public class OfficePromotionTrialView {
    @Inject
    PromotionTrial trial;

    @Inject
    CurrentAccount current;

    @Inject
    Visit visit;

    private String answer = "";

    /** Reckons if a promotion is named. */
    public void load() {
        var named = Faces.getRequestParameter("try");
        Ids.parse(named == null ? "" : named).ifPresent(promotion -> {
            var cost = trial.lastWeek(Editor.of(current.require()), promotion);
            answer = Texts.of(
                    visit.locale(),
                    "promotions.trial",
                    cost.orders(),
                    cost.reduced(),
                    MoneyText.of(cost.amount(), visit.locale()));
        });
    }

    /** Empty if nothing was asked. */
    public String getAnswer() {
        return answer;
    }
}
