package dev.galleria.payment;

import java.util.Optional;

class CashOnDeliveryContractTest extends PaymentGatewayContract {
    private final CashOnDelivery cash = new CashOnDelivery();

    @Override
    protected PaymentGateway gateway() {
        return cash;
    }

    @Override
    protected boolean hosted() {
        return false;
    }

    @Override
    protected Optional<String> paidRef(String amount) {
        return Optional.empty();
    }

    @Override
    protected String operation(Call call) {
        return "";
    }

    @Override
    protected void shopperPays(String sessionRef) {
        throw new IllegalStateException("nobody pays now");
    }

    @Override
    protected void shopperIsDeclined(String sessionRef) {
        throw new IllegalStateException("nobody is declined");
    }

    @Override
    protected GatewayDouble control() {
        throw new IllegalStateException("there is no gateway");
    }

    @Override
    protected String account() {
        return "";
    }

    @Override
    protected Receiver events() {
        throw new IllegalStateException("there are no events");
    }

    @Override
    protected String paymentEvent() {
        return "";
    }
}
