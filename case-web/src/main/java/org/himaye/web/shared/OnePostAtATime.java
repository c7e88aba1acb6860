package org.himaye.web.shared;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Two posts of one browser follow each other. A page is one memory: a second post of the same form, let in beside the first, would
 * find that memory half used or gone. Reading does not wait, nor do drafts.
 */
@WebFilter("*.xhtml")
public class OnePostAtATime extends HttpFilter {

    private static final int PATIENCE_SECONDS = 20;
    /** More than a person causes; the others would only hold the server's threads. */
    private static final int MOST_WAITING = 3;

    /** One for each session. */
    @SessionScoped
    static class Turn implements Serializable {

        private final ReentrantLock lock = new ReentrantLock(true);

        ReentrantLock lock() {
            return lock;
        }
    }

    @Inject
    private Turn turn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST") || request.getSession(false) == null) {
            chain.doFilter(request, response);
            return;
        }
        ReentrantLock lock = turn.lock();
        if (lock.getQueueLength() >= MOST_WAITING || !came(lock)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            lock.unlock();
        }
    }

    private static boolean came(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
