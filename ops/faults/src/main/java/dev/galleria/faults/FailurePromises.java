package dev.galleria.faults;

import dev.galleria.faults.Shopping.End;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Parts that fail: the gateway, the database, the other node. */
final class FailurePromises {
    private FailurePromises() {}

    static List<Promise> all() {
        return List.of(new GatewayDown(), new DatabaseDown(), new ClusterLost());
    }

    /** P16: a dead gateway costs half a second, and half a minute after its return. */
    private static final class GatewayDown implements Promise {
        @Override
        public String name() {
            return "P16";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            var node = stand.first();
            stand.toGateway().set(new FaultProxy.Fault.Refuse());
            for (int i = 0; i < 6; i++) {
                pay(stand, node);
            }
            long slowest = 0;
            for (int i = 0; i < 3; i++) {
                var answer = pay(stand, node);
                result.require(
                        answer.status() == 503, "with the circuit open paying was answered with " + answer.status());
                slowest = Math.max(slowest, answer.millis());
            }
            result.require(slowest <= 500, "with the circuit open paying took " + slowest + " ms");
            var cod = new Shopping(stand).buy(stand.buyerAt(node), Map.of(stand.item(2), 1), "cod");
            result.require(cod.end() == End.ORDERED, "cash on delivery ended " + cod);
            stand.toGateway().heal();
            long closed =
                    Pause.until(Duration.ofSeconds(60), () -> pay(stand, node).redirect());
            result.require(closed >= 0 && closed <= 30_000, "the circuit closed after " + closed + " ms");
            return result.done("gateway refuses connections, 9 payments at one node, then back")
                    .counted("slowest answer " + slowest + " ms, closed after " + closed + " ms");
        }

        private static Buyer.Answer pay(Stand stand, Node node) {
            var buyer = stand.buyerAt(node);
            buyer.add(stand.item(2).slug(), 1);
            var form = buyer.toPayment();
            return form == null ? new Buyer.Answer(0, "", "", 0) : buyer.send(form.with("gateway", "stripe"));
        }
    }

    /** P17: frozen, cut off and restarted. */
    private static final class DatabaseDown implements Promise {
        @Override
        public String name() {
            return "P17";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            long frozen = frozen(stand, Promise.scaled(12, scale, 8), result);
            for (var node : stand.nodes()) {
                stand.toDatabase(node).reset();
            }
            long afterReset = back(stand, result, "a reset of all connections");
            stand.killDatabase();
            var down = unavailable(stand, result, "a database that is gone");
            stand.startDatabase();
            long afterRestart = back(stand, result, "a restart of the database");
            return result.done("PostgreSQL stopped by SIGSTOP, all connections reset, kill −9 and restart")
                    .counted("answers at most " + Math.max(frozen, down) + " ms, serving again after " + afterReset
                            + " and " + afterRestart + " ms");
        }

        private static long frozen(Stand stand, int seconds, Result result) {
            stand.freezeDatabase();
            try {
                long begin = System.nanoTime();
                long slowest = unavailable(stand, result, "a frozen database");
                Pause.millis(Math.max(0, seconds * 1_000L - (System.nanoTime() - begin) / 1_000_000));
                return slowest;
            } finally {
                stand.thawDatabase();
                back(stand, result, "a frozen database");
            }
        }

        /** What cannot be done is told to come back later, and soon. The slowest answer in milliseconds. */
        private static long unavailable(Stand stand, Result result, String what) {
            long slowest = 0;
            for (var node : stand.nodes()) {
                var answer = stand.buyerAt(node).look("/checkout/return?checkout=unknown");
                result.require(
                        answer.status() == 503,
                        what + " was answered with " + answer.status() + " by node " + node.name());
                slowest = Math.max(slowest, answer.millis());
            }
            result.require(slowest <= 5_000, what + " was answered only after " + slowest + " ms");
            return slowest;
        }

        private static long back(Stand stand, Result result, String what) {
            long longest = 0;
            for (var node : stand.nodes()) {
                long took = Pause.until(
                        Duration.ofSeconds(30),
                        () -> stand.buyerAt(node)
                                        .look("/checkout/return?checkout=unknown")
                                        .status()
                                == 404);
                result.require(
                        took >= 0 && took <= 15_000, "node " + node.name() + " served " + took + " ms after " + what);
                longest = Math.max(longest, took);
            }
            return longest;
        }
    }

    /** P18: a node lost, both lost, a node that stands still. */
    private static final class ClusterLost implements Promise {
        @Override
        public String name() {
            return "P18";
        }

        @Override
        public Result prove(Stand stand, double scale) {
            var result = new Result(name());
            int carts = Promise.scaled(20, scale, 4);
            var item = stand.item(carts * 3);
            var buyers =
                    java.util.stream.Stream.generate(stand::buyer).limit(carts).toList();
            buyers.forEach(buyer -> result.require(buyer.add(item.slug(), 1), "a cart could not be filled"));
            stand.second().kill();
            long lost =
                    buyers.stream().filter(buyer -> buyer.toPayment() == null).count();
            result.require(lost == 0, lost + " of " + carts + " carts were lost with one node");
            stand.second().start();
            long slowest = frozen(stand, item, result);
            stand.nodes().forEach(Node::kill);
            stand.nodes().forEach(Node::start);
            long all =
                    buyers.stream().filter(buyer -> buyer.toPayment() == null).count();
            result.require(all == 0, all + " of " + carts + " carts were lost with both nodes");
            return result.done(carts + " carts; one node killed, one stopped by SIGSTOP, both killed")
                    .counted(
                            lost + " and " + all + " carts lost; slowest sale beside a frozen node " + slowest + " ms");
        }

        /** One node stands still; the other one sells. */
        private static long frozen(Stand stand, Books.Item item, Result result) {
            stand.second().freeze();
            try {
                long begin = System.nanoTime();
                var bought = Pause.until(
                        Duration.ofSeconds(30),
                        () -> new Shopping(stand)
                                        .buy(stand.buyerAt(stand.first()), Map.of(item, 1), "cod")
                                        .end()
                                == End.ORDERED);
                result.require(bought >= 0, "the other node did not sell beside a frozen one");
                return (System.nanoTime() - begin) / 1_000_000;
            } finally {
                stand.second().goOn();
                Pause.until(Duration.ofSeconds(30), stand.second()::ready);
            }
        }
    }
}
