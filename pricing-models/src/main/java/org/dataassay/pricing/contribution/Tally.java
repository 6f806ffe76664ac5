package org.dataassay.pricing.contribution;

/** What a sampler keeps of its draws: mergeable, and a list of numbers to the outside. */
interface Tally {

    /** Adds what another one of the same kind and size holds. */
    void merge(Tally part);

    double[] toNumbers();

    /** Plain sums, cell by cell. */
    final class Sums implements Tally {

        private final double[] numbers;

        /** Takes over the numbers. */
        Sums(double[] numbers) {
            this.numbers = numbers;
        }

        /** The sums themselves, to add to. */
        double[] numbers() {
            return numbers;
        }

        @Override
        public void merge(Tally part) {
            var other = ((Sums) part).numbers;
            for (int i = 0; i < numbers.length; i++) numbers[i] += other[i];
        }

        @Override
        public double[] toNumbers() {
            return numbers.clone();
        }
    }
}
