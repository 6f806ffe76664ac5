package org.dataassay.valuation.rate;

import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * How much the equity moves with its market.
 *
 * @see <a href="https://doi.org/10.1111/j.1540-6261.1972.tb00971.x">Hamada, "The Effect of the Firm's Capital Structure on the Systematic Risk of Common Stocks", Journal
 *     of Finance 27 (1972), 435–452</a>
 */
public sealed interface Beta {

    /** Writes {@code leveredBeta} and what it is made of. */
    Cell write(Sheet sheet);

    /**
     * As observed, at the debt that the subject has.
     *
     * @param beta levered
     */
    record Observed(Input<Double> beta) implements Beta {
        public Observed {
            checkBeta("beta", beta.value());
        }

        @Override
        public Cell write(Sheet sheet) {
            return sheet.given("leveredBeta", Unit.FACTOR, beta);
        }
    }

    /**
     * Without debt, levered to the subject's.
     *
     * @param unlevered beta of the assets
     * @param leverage of the subject
     */
    record Relevered(Input<Double> unlevered, Leverage leverage) implements Beta {
        public Relevered {
            checkBeta("unlevered", unlevered.value());
        }

        @Override
        public Cell write(Sheet sheet) {
            return leverage.write(sheet).lever(sheet.given("unleveredBeta", Unit.FACTOR, unlevered));
        }
    }

    /**
     * Of peers, each freed of its own debt; their mean levered to the subject's.
     *
     * @param peers two at least
     * @param leverage of the subject; its debt beta is that of the peers too
     */
    record OfPeers(List<Peer> peers, Leverage leverage) implements Beta {

        /**
         * A listed company.
         *
         * @param name of it
         * @param beta levered, as observed
         * @param debtToEquity at market values
         * @param taxRate its own
         */
        public record Peer(String name, Input<Double> beta, Input<Double> debtToEquity, Input<Double> taxRate) {
            public Peer {
                var check = new Check();
                check.that(!name.isBlank(), "name", "stated", "blank", "Name the peer.");
                check.range("beta", beta.value(), -5, 10, "Give the beta as observed, such as 1.2.");
                Leverage.check(check, debtToEquity, taxRate);
                check.done();
            }
        }

        public OfPeers {
            peers = List.copyOf(peers);
            var check = new Check();
            check.that(
                    peers.size() >= 2 && peers.size() <= 1000,
                    "peers",
                    "2 to 1000",
                    peers.size(),
                    "One peer is no evidence; state its beta as observed.");
            var names = new HashSet<String>();
            for (var peer : peers)
                check.that(names.add(peer.name()), "peers", "named differently", peer.name(), "Name each once.");
            check.done();
        }

        @Override
        public Cell write(Sheet sheet) {
            var axis = sheet.axis("peers", peers.stream().map(Peer::name).toList());
            var observed = sheet.given(
                    "peerBeta",
                    Unit.FACTOR,
                    axis,
                    peers.stream().map(Peer::beta).toList());
            var debt = sheet.given(
                    "peerDebtToEquity",
                    Unit.FACTOR,
                    axis,
                    peers.stream().map(Peer::debtToEquity).toList());
            var tax = sheet.given(
                    "peerTaxRate",
                    Unit.SHARE,
                    axis,
                    peers.stream().map(Peer::taxRate).toList());
            var subject = leverage.write(sheet);
            var freed = sheet.let("peerUnleveredBeta", subject.unlever(observed, debt, tax));
            return subject.lever(sheet.let("unleveredBeta", freed.sum().dividedBy(Cell.number(peers.size()))));
        }
    }

    private static void checkBeta(String field, double beta) {
        new Check().range(field, beta, -5, 10, "Give a beta such as 1.2.").done();
    }
}
