package dev.galleria.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.galleria.catalog.OfferId;
import dev.galleria.platform.Problem;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdditionTest {
    private static final OfferId VASE = new OfferId(new UUID(0, 1));
    private static final OfferId LAMP = new OfferId(new UUID(0, 2));
    private final CartContent after = new Addition("key", VASE, 2)
            .remembered(new Carts.Decision(CartContent.empty(), new CartChange.Done(3, 7)))
            .content();

    @Test
    void givesTheFirstAnswerToTheSameWish() {
        assertThat(new Addition("key", VASE, 2).answered(after)).contains(new CartChange.Done(3, 7));
        assertThat(new Addition("other", VASE, 2).answered(after)).isEmpty();
        assertThat(new Addition("ke", VASE, 2).answered(after)).isEmpty();
    }

    @Test
    void refusesTheKeyOfAnotherWish() {
        for (var wish : new Addition[] {new Addition("key", LAMP, 2), new Addition("key", VASE, 1)}) {
            assertThatThrownBy(() -> wish.answered(after))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("request/key-reused"));
        }
    }

    @Test
    void remembersOnlyWhatWasDone() {
        var wish = new Addition("key", VASE, 2);
        var refused = wish.remembered(new Carts.Decision(CartContent.empty(), new CartChange.TooFew(1, 0)));

        assertThat(wish.answered(refused.content())).isEmpty();
    }

    @Test
    void knowsAdditionsThatWereRememberedWithoutTheirAnswer() {
        var old = CartContent.empty()
                .put(new CartContent.Line(VASE, "Vase", 4, 100, null))
                .remember("add:key");

        assertThat(new Addition("key", VASE, 2).answered(old)).contains(new CartChange.Done(4, 4));
    }
}
