package org.himaye.web.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.himaye.web.shared.FormPart;

/** The ticked ones of the codes that belong to one line of a form: the details of a sign, the forms of a purpose. */
public class Chosen<E> implements FormPart {

    private List<E> codes;

    /** @param stored those that were ticked, of any line */
    Chosen(Collection<E> ofLine, Collection<E> stored) {
        codes = new ArrayList<>(ofLine);
        codes.retainAll(stored);
    }

    /** What is ticked in all lines. */
    static <E> List<E> of(Map<?, Chosen<E>> lines) {
        return lines.values().stream()
                .map(Chosen::getCodes)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
    }

    public List<E> getCodes() {
        return codes;
    }

    public void setCodes(List<E> codes) {
        this.codes = codes;
    }
}
