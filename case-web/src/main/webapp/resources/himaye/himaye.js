/* Himaye's only script of its own: the way out, the menu on phones, the first error, drafts. Everything else works without it. */
(() => {
  "use strict";
  let leaving = false;

  /* Blank at once, then end the sign-in, then a neutral page in place of this one: Back finds nothing. */
  function leave() {
    if (leaving) return;
    leaving = true;
    const unkept = drafts.unkept();
    document.title = "";
    document.documentElement.hidden = true;
    document.body.replaceChildren();
    const away = () => location.replace("/signin/gone");
    const patience = setTimeout(away, 1500);
    fetch("/signin/exit", { method: "POST", body: unkept, keepalive: true, redirect: "manual" })
      .catch(() => {})
      .finally(() => { clearTimeout(patience); away(); });
  }

  /* What is typed is kept on the server for its author: every few seconds, on leaving a field, and when the page goes away. Nothing is
     kept in the browser. "himaye.was" names the fields that were typed into, with what they held before. */
  const drafts = (() => {
    const SECONDS = 8, LARGEST_KEPT_ALIVE = 60000;
    const states = new Map();
    const has = (form) => form && form.elements["himaye.draft"];
    const counts = (e) => e.name && !["hidden", "password", "file", "submit", "button", "reset", "image"].includes(e.type) && !e.disabled;
    const named = (form, name) => [...form.elements].filter((e) => e.name === name && counts(e));
    function values(list, before) {
      return list.flatMap((e) => {
        if (e.type === "checkbox" || e.type === "radio") return (before ? e.defaultChecked : e.checked) ? [e.value] : [];
        if (e.tagName !== "SELECT") return [before ? e.defaultValue : e.value];
        const chosen = [...e.options].filter((o) => (before ? o.defaultSelected : o.selected));
        return (chosen.length || e.multiple || !e.options.length ? chosen : [e.options[0]]).map((o) => o.value);
      });
    }
    const answer = (list) => (list.length ? list : [""]);

    function state(form) {
      if (!states.has(form)) states.set(form, { was: new URLSearchParams(form.elements["himaye.was"].value), unkept: false, timer: 0, busy: null, wait: 1 });
      return states.get(form);
    }
    function typed(event) {
      const form = event.target.form;
      if (!has(form) || !counts(event.target)) return;
      const own = state(form), name = event.target.name, list = named(form, name);
      const before = own.was.has(name) ? own.was.getAll(name) : answer(values(list, true));
      own.was.delete(name);
      if (answer(values(list, false)).join("\n") !== before.join("\n")) before.forEach((value) => own.was.append(name, value));
      form.elements["himaye.was"].value = own.was.toString();
      own.unkept = true;
      later(form);
    }
    function later(form) {
      const own = state(form);
      if (!own.timer) own.timer = setTimeout(() => keep(form), SECONDS * own.wait * 1000);
    }
    function body(form, into) {
      const own = state(form), fields = new URLSearchParams(), rows = form.elements.rows;
      if (own.was.toString()) {
        const all = rows ? [...form.elements].filter(counts).map((e) => e.name) : own.was.keys();
        for (const name of new Set(all)) answer(values(named(form, name), false)).forEach((value) => fields.append(name, value));
        if (rows) fields.append("rows", rows.value);
        fields.append("himaye.was", own.was.toString());
      }
      into.append("token", form.elements["himaye.draft"].value);
      into.append("fields", fields.toString());
      return into;
    }
    function keep(form) {
      const own = state(form);
      clearTimeout(own.timer);
      own.timer = 0;
      if (!own.unkept || form.dataset.sent) return own.busy || Promise.resolve();
      if (own.busy) return own.busy.then(() => keep(form));
      own.unkept = false;
      const sent = body(form, new URLSearchParams());
      own.busy = fetch("/draft", { method: "POST", body: sent, redirect: "manual", keepalive: sent.toString().length < LARGEST_KEPT_ALIVE })
        .then((response) => response.status, () => 0)
        .then((status) => {
          own.busy = null;
          /* A server that begins again says "not found" for a while: a refusal is asked about again, ever more seldom. */
          own.wait = status >= 400 && status < 500 && status !== 401 ? Math.min(own.wait * 2, 32) : 1;
          if (status !== 204) own.unkept = true;
          if (own.unkept) later(form);
          if (status !== 0 && status < 500) signedOut(status !== 204);
        });
      return own.busy;
    }
    function signedOut(is) {
      const bar = document.getElementById("signed-out");
      if (bar && bar.hidden === is) bar.hidden = !is;
    }
    const open = () => [...document.forms].filter((form) => states.has(form) && (states.get(form).unkept || states.get(form).busy));
    const all = () => Promise.all(open().map(keep));

    document.addEventListener("input", typed);
    document.addEventListener("change", typed);
    document.addEventListener("focusout", (event) => { if (has(event.target.form) && states.has(event.target.form)) keep(event.target.form); });
    document.addEventListener("visibilitychange", all);
    addEventListener("focus", all);
    addEventListener("pagehide", () => { if (!leaving) all(); });
    return {
      /* Keeps first and goes on when that is done, or after a moment. */
      first: (then) => Promise.race([all(), new Promise((done) => setTimeout(done, 5000))]).then(then),
      any: () => open().length > 0,
      unkept: () => open().reduce((into, form) => body(form, into), new URLSearchParams()),
    };
  })();

  document.addEventListener("submit", (event) => {
    if (event.target.matches(".cw-exit-form")) {
      event.preventDefault();
      leave();
      return;
    }
    if (event.target.getAttribute("action") === "/signin/out" && drafts.any()) {
      event.preventDefault();
      drafts.first(() => event.target.submit());
      return;
    }
    /* A second click on the same button sends nothing. */
    if (event.target.dataset.sent) event.preventDefault();
    else if (event.target.method === "post") setTimeout(() => { event.target.dataset.sent = "1"; });
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  /* Shift three times within five seconds, with no other key between. */
  let shifts = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { shifts = []; return; }
    if (event.repeat) return;
    shifts = shifts.filter((time) => event.timeStamp - time < 5000).concat(event.timeStamp);
    if (shifts.length >= 3) leave();
  }, true);

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".cw-menu-btn");
    const nav = document.getElementById("nav");
    if (button) {
      const open = nav.classList.toggle("is-open");
      button.setAttribute("aria-expanded", open);
      if (open) nav.querySelector("a").focus();
    } else if (nav && nav.classList.contains("is-open") && !event.target.closest(".cw-nav")) {
      close(nav);
    }
    if (event.target.closest("[data-print]")) print();
    /* Another language is the same page anew: what is typed must be there before it opens. */
    const language = event.target.closest(".cw-lang a");
    if (language && drafts.any()) {
      event.preventDefault();
      drafts.first(() => location.assign(language.href));
    }
    const link = event.target.closest(".cw-summary a");
    if (link) {
      const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (field) { event.preventDefault(); (field.matches("input,select,textarea") ? field : field.querySelector("input,select,textarea") || field).focus(); }
    }
  });
  document.addEventListener("keydown", (event) => {
    const nav = document.getElementById("nav");
    if (event.key === "Escape" && nav && nav.classList.contains("is-open")) {
      close(nav);
      document.querySelector(".cw-menu-btn").focus();
    }
  });
  function close(nav) {
    nav.classList.remove("is-open");
    document.querySelector(".cw-menu-btn").setAttribute("aria-expanded", "false");
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("details:not([open]) .cw-unsent").forEach((line) => { line.closest("details").open = true; });
    const summary = document.querySelector(".cw-summary");
    if (summary) summary.focus();
    const tab = document.querySelector(".ui-tabs-nav [aria-current]");
    if (tab) tab.scrollIntoView({ block: "nearest", inline: "center" });
  });
})();
