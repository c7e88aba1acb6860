package org.himaye.web.subjectrequest;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.himaye.casefile.CaseNumber;
import org.himaye.subjectrequest.SubjectRequestService;
import org.himaye.subjectrequest.SubjectRequests;

/** {@code /subjectrequest/list.xhtml}: what the person of a case asked of her own data. */
@Named
@ViewScoped
public class ListSubjectRequests implements Serializable {

    @Inject
    private transient SubjectRequestService service;

    private String number;
    private transient SubjectRequests view;

    public void load() {
        view = service.list(CaseNumber.parse(number));
    }

    public SubjectRequests getView() {
        return view;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
