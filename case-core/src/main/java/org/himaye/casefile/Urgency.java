package org.himaye.casefile;

public enum Urgency {
    NORMAL,
    HIGH,
    IMMEDIATE
}
