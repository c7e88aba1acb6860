package org.himaye.confidentiality;

import java.io.File;
import java.net.URISyntaxException;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.himaye.benchmarks.Figures;
import org.himaye.benchmarks.NamedSql;
import org.himaye.benchmarks.Rounds;
import org.himaye.benchmarks.Side;
import org.himaye.benchmarks.SignedContext;
import org.himaye.benchmarks.Turns;
import org.himaye.benchmarks.World;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** The core of the product for the server, with a measure inside and what it needs. */
final class MeasuredCore {

    static final String FIGURES = "figures.folder";
    static final String CASES = "cases.txt";

    private MeasuredCore() {}

    /** @param cases what the measure is told of the cases it opens, as the resource {@link #CASES} */
    static EnterpriseArchive with(String cases, Class<?>... measure) throws URISyntaxException {
        EnterpriseArchive ear = CoreInContainer.with(
                Stream.concat(Stream.of(MeasuredCore.class), Stream.of(measure)).toArray(Class<?>[]::new));
        JavaArchive means = ShrinkWrap.create(JavaArchive.class, "means.jar")
                .addClasses(
                        Figures.class,
                        NamedSql.class,
                        Rounds.class,
                        Side.class,
                        SignedContext.class,
                        Turns.class,
                        World.class)
                .addAsResource(new StringAsset(Figures.FOLDER.toAbsolutePath().toString()), FIGURES)
                .addAsResource(new StringAsset(cases), CASES);
        return ear.addAsLibrary(means)
                .addAsLibrary(new File(Histogram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }
}
