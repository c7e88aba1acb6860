package org.himaye.web.accesslog;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import org.himaye.accesslog.AccessLogService;
import org.himaye.accesslog.AccessSample;

/** {@code /accesslog/sample.xhtml}: events drawn by lot from what the log's filter lets through; the address has the filter, as that of the log. */
@Named
@ViewScoped
public class SampleAccesses implements Serializable {

    private static final int USUAL = 20;

    @Inject
    private transient AccessLogService log;

    @Inject
    private ListAccesses filter;

    private int size = USUAL;
    private String seed;
    private transient AccessSample sample;

    /** Without a seed nothing is drawn: who loads the page again draws no other sample by chance. */
    public void load() {
        sample = seed == null || seed.isBlank() ? null : log.sample(filter.query(), size, seed);
    }

    public String draw() {
        seed = log.sample(filter.query(), size, seed).seed();
        return "/accesslog/sample.xhtml?faces-redirect=true&includeViewParams=true";
    }

    public void export() throws IOException {
        filter.write(log.exportSample(filter.query(), size, seed));
    }

    public void exportProofs() throws IOException {
        filter.write(log.exportSampleProofs(filter.query(), size, seed));
    }

    public AccessSample getSample() {
        return sample;
    }

    public int getSize() {
        return size;
    }

    public void setSize(int size) {
        this.size = size;
    }

    public String getSeed() {
        return seed;
    }

    public void setSeed(String seed) {
        this.seed = seed;
    }
}
