package org.himaye.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line for every step, with the seconds it took. */
public final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** A step that may fail in its own way. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws Exception;
    }

    <T> T step(String done, Step<T> step) throws Exception {
        long before = System.nanoTime();
        T result = step.run();
        line(String.format(Locale.ROOT, "%6.1f s  %s (%.1f s)", since(start), done, since(before)));
        return result;
    }

    void say(String text) {
        line(String.format(Locale.ROOT, "%6.1f s  %s", since(start), text));
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    private static double since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis() / 1000.0;
    }
}
