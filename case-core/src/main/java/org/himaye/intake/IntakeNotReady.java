package org.himaye.intake;

import java.util.List;
import org.himaye.shared.BusinessException;

/** Something of domain.md 2.3 is still missing; names the parts. */
public class IntakeNotReady extends BusinessException {

    public IntakeNotReady(List<IntakePart> missing) {
        super(null, new Object[] {List.copyOf(missing)});
    }
}
