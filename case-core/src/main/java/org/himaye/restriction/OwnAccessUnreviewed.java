package org.himaye.restriction;

import org.himaye.shared.BusinessException;

/** Nobody has reviewed yet what the caller did on this case in an emergency: who may meet it is for another to say. */
public class OwnAccessUnreviewed extends BusinessException {

    OwnAccessUnreviewed() {}
}
