package org.himaye.web.task;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.himaye.confidentiality.AccessReason;
import org.himaye.confidentiality.CurrentCaller;
import org.himaye.confidentiality.Refused;
import org.himaye.shared.CheckedNumber;
import org.himaye.web.shared.Page;
import org.himaye.web.shared.RefusedAddress;

/**
 * The number box of the bar: leads to the page of a case, a referral or an allowance. Nothing is looked up here; the page decides, and
 * what is unknown or another's is answered alike. Sent by POST, so that what somebody types, a name perhaps, stands in no address; a
 * number that is none leads to a page that says so without it.
 */
@WebServlet(FindNumber.PATH)
public class FindNumber extends HttpServlet {

    static final String PATH = "/task/find";

    /** By the first letter of a number, the pages that show it; the first that the caller has is his. */
    private static final Map<Character, List<Page>> PAGES = Map.of(
            'V', List.of(Page.CASE_OVERVIEW, Page.IDENTIFICATION_DECIDE, Page.ACCESSLOG_CASE),
            'R', List.of(Page.REFERRAL_DECIDE, Page.REFERRAL_OWN),
            'P', List.of(Page.REIMBURSEMENT_DECIDE));

    @Inject
    private CurrentCaller caller;

    @Inject
    private RefusedAddress refusals;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> number = PAGES.keySet().stream()
                .flatMap(prefix ->
                        Optional.ofNullable(CheckedNumber.parse(prefix, request.getParameter("number"))).stream())
                .findFirst();
        if (number.isEmpty()) {
            lead(response, Page.FIND.getPath());
            return;
        }
        Optional<Page> page = PAGES.get(number.get().charAt(0)).stream()
                .filter(each -> caller.get().may(each.getPermission()))
                .findFirst();
        if (page.isPresent()) {
            lead(response, page.get().getPath() + "?number=" + number.get());
        } else {
            refusals.record(PATH, new Refused(AccessReason.NO_PERMISSION));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.record(PATH, new Refused(AccessReason.UNKNOWN_ADDRESS));
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static void lead(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }
}
