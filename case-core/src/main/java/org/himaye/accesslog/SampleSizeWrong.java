package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** A sample is of one event at least. The argument is the most it has. */
public class SampleSizeWrong extends BusinessException {

    SampleSizeWrong(int most) {
        super("size", new Object[] {most});
    }
}
