package org.himaye.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH, one side at a time in a JVM of its own, so that the caller can take turns. */
final class Harness {

    private static final double NANOS = 1e9;
    private static final double NANOS_A_MICRO = 1e3;
    private static final double MEDIAN = 50;
    private static final double HIGH = 95;

    private Harness() {}

    /** @param parameter name and value, or nothing */
    static Side run(Class<?> race, String method, String... parameter) {
        OptionsBuilder options = new OptionsBuilder();
        options.include("^" + race.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(1)
                .warmupIterations(2)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(2)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        if (parameter.length > 0) {
            options.param(parameter[0], parameter[1]);
        }
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            Result<?> time = results.iterator().next().getPrimaryResult();
            return new Side(
                    NANOS / time.getScore(),
                    time.getStatistics().getPercentile(MEDIAN) / NANOS_A_MICRO,
                    time.getStatistics().getPercentile(HIGH) / NANOS_A_MICRO);
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
