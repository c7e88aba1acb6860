package org.himaye.accesslog;

import org.himaye.shared.BusinessException;

/** So many events fit that not each would have its chance. The argument is from how many one sample can be drawn. */
public class TooManyToDrawFrom extends BusinessException {

    TooManyToDrawFrom(int most) {
        super("to", new Object[] {most});
    }
}
