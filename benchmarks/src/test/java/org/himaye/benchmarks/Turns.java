package org.himaye.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Ours and the rival in blocks that take turns, after one block of each that does not count. */
public final class Turns {

    private static final int DIGITS = 3;
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double HALF = 50;
    private static final double HIGH = 95;

    private final ExecutorService threads;
    private final int size;
    private final int rounds;
    private final Duration block;

    /** @param size how many of the threads work at the same time */
    public Turns(ExecutorService threads, int size, int rounds, Duration block) {
        this.threads = threads;
        this.size = size;
        this.rounds = rounds;
        this.block = block;
    }

    /** What one side does once. */
    public interface Work {
        /** @return how long it took, in nanoseconds: all of it, or the part that is compared */
        long once() throws Exception;
    }

    /** Makes what one thread of a side does, with whatever it keeps for itself. */
    public interface Worker {
        Work begin() throws Exception;
    }

    public Rounds run(Worker ours, Worker rival) {
        block(ours);
        block(rival);
        List<Side> first = new ArrayList<>();
        List<Side> second = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            first.add(block(ours));
            second.add(block(rival));
        }
        return new Rounds(first, second);
    }

    /** One side alone, for a figure that has a limit and no rival. */
    public Side alone(Worker side) {
        block(side);
        return block(side);
    }

    private Side block(Worker side) {
        List<Future<Histogram>> running = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            running.add(threads.submit(() -> repeat(side.begin())));
        }
        Histogram all = new Histogram(DIGITS);
        try {
            for (Future<Histogram> each : running) {
                all.add(each.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return new Side(
                size * NANOS / all.getMean(),
                all.getValueAtPercentile(HALF) / NANOS_A_MICRO,
                all.getValueAtPercentile(HIGH) / NANOS_A_MICRO);
    }

    private Histogram repeat(Work work) throws Exception {
        Histogram times = new Histogram(DIGITS);
        long end = System.nanoTime() + block.toNanos();
        while (System.nanoTime() < end) {
            times.recordValue(work.once());
        }
        return times;
    }
}
