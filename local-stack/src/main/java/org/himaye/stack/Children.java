package org.himaye.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The processes of this launcher; once it is stopping no new one begins. */
final class Children {

    private final Places places;
    private final List<Child> alive = new ArrayList<>();
    private boolean stopping;

    Children(Places places) {
        this.places = places;
    }

    synchronized Child start(String name, List<String> command, Map<String, String> environment, String input)
            throws IOException {
        demandGoingOn();
        Child child = Child.start(name, command, environment, input, places);
        alive.add(child);
        return child;
    }

    synchronized void demandGoingOn() {
        if (stopping) {
            throw new StackProblem("Stopped while starting.");
        }
    }

    synchronized boolean isMeantToRun(Child child) {
        return alive.contains(child);
    }

    void stop(Child child) {
        synchronized (this) {
            alive.remove(child);
        }
        child.stop();
    }

    void kill(Child child) {
        synchronized (this) {
            alive.remove(child);
        }
        child.kill();
    }

    void stopAll() {
        List<Child> all;
        synchronized (this) {
            stopping = true;
            all = List.copyOf(alive);
            alive.clear();
        }
        var threads = all.stream()
                .map(child -> Thread.ofPlatform().start(child::stop))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
