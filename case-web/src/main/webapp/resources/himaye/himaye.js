/* Himaye's script of its own: the way out, the menu on phones, the first error, drafts, the hidden screen. Everything else works without it. */
(() => {
  "use strict";
  let leaving = false;

  /* A form that came back with a remark stands at the page's own address: loading it anew or coming back to it sends nothing again. */
  if (document.body.dataset.address) history.replaceState(null, "", document.body.dataset.address);

  /* Blank at once, then end the sign-in, then a neutral page in place of this one, which leads on to another site: Back finds nothing.
     Without a network the page stays blank. */
  function leave() {
    if (leaving) return;
    leaving = true;
    const unkept = drafts.unkept();
    document.title = "";
    document.documentElement.hidden = true;
    document.body.replaceChildren();
    history.replaceState(null, "", "/signin/gone");
    const away = () => location.replace("/signin/gone");
    const patience = setTimeout(away, 1500);
    fetch("/signin/exit", { method: "POST", body: unkept, keepalive: true, redirect: "manual" })
      .then(away, () => {})
      .finally(() => clearTimeout(patience));
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

  /* What is on its way to the disk, by its form. */
  const files = new Map();
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
    /* A second click on the same button sends nothing; another button waits for the file before it, which it would break off. */
    const form = event.target, button = event.submitter, file = files.get(form);
    if (form.dataset.sent) {
      event.preventDefault();
      if (file && button !== file.button) file.next = button;
    } else if (form.method === "post") {
      setTimeout(() => { form.dataset.sent = "1"; });
      /* A file leaves the page where it is. */
      if (button && button.matches("[data-download]")) {
        const taken = { button };
        files.set(form, taken);
        setTimeout(() => {
          files.delete(form);
          delete form.dataset.sent;
          if (taken.next) form.requestSubmit(taken.next);
        }, 3000);
      }
    }
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => { files.delete(form); delete form.dataset.sent; }));

  /* A file goes to the server by itself, read from the disk as it is sent; then its form is sent, with what became of it and without the
     file and its name. */
  document.querySelectorAll("input[data-upload]").forEach((field) => {
    field.removeAttribute("name");
    /* The browser's own words are in its language and not in the page's. Its field stays for keys and readers, under our label. */
    const line = field.parentElement.querySelector(".cw-file-line"), name = line.querySelector(".cw-file-name"), none = name.textContent;
    field.classList.add("is-labelled");
    field.addEventListener("change", () => { name.textContent = field.files.length ? field.files[0].name : none; });
  });
  document.addEventListener("submit", (event) => {
    const form = event.target, field = form.querySelector("input[data-upload]"), button = event.submitter;
    if (!field) return;
    if (form.dataset.uploading) { event.preventDefault(); event.stopImmediatePropagation(); return; }
    const empty = (name) => form.elements[name] && !form.elements[name].value.trim();
    if (!field.files.length || empty("kind") || empty("title")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.dataset.uploading = "1";
    const file = field.files[0], shown = form.querySelector(".cw-upload"), bar = shown.querySelector("progress");
    const end = (outcome) => setTimeout(() => {
      delete form.dataset.uploading;
      form.elements.outcome.value = outcome;
      field.value = "";
      form.requestSubmit(button);
    });
    if (file.size > field.dataset.limit) { end("TOO_LARGE"); return; }
    const said = new URLSearchParams();
    for (const name of ["case", "document", "of", "kind", "title", "dataClass"]) if (form.elements[name]) said.append(name, form.elements[name].value);
    const sending = new XMLHttpRequest();
    sending.upload.onprogress = (progress) => { if (progress.lengthComputable) bar.value = 100 * progress.loaded / progress.total; };
    sending.onload = () => end([201, 422].includes(sending.status) ? sending.responseText : "BROKEN_OFF");
    sending.onerror = () => end("BROKEN_OFF");
    sending.open("POST", field.dataset.upload);
    sending.send(new Blob([said + "\n", file]));
    shown.hidden = false;
  }, true);

  /* A picture comes when somebody wants to see it: that is an access of its own. */
  document.addEventListener("toggle", (event) => {
    const picture = event.target.open && event.target.querySelector("img[data-src]");
    if (picture && !picture.src) picture.src = picture.dataset.src;
  }, true);

  /* The screen hides after some minutes without a hand on it, and when the time of a purpose is over: nothing can be read, everything stays
     in place. A key or a click asks whether the session still lives; it is the person's, no timer asks. */
  (() => {
    const HIDES_AFTER = 5 * 60 * 1000;
    const cover = document.getElementById("cover"), strips = [...document.querySelectorAll("[data-seconds]")];
    if (!cover) return;
    const ends = Math.min(Infinity, ...strips.map((strip) => Date.now() + 1000 * strip.dataset.seconds));
    let last = Date.now(), asking = false, focused = null, scroll = 0, title = "";
    const covered = () => document.documentElement.classList.contains("is-covered");

    function hide() {
      drafts.first(() => {});
      focused = document.activeElement;
      scroll = scrollY;
      title = document.title;
      document.title = document.querySelector(".cw-brand").textContent.trim();
      cover.hidden = false;
      document.documentElement.classList.add("is-covered");
      cover.querySelector("button").focus();
    }
    function show() {
      if (Date.now() >= ends) { location.reload(); return; }
      last = Date.now();
      document.title = title;
      cover.hidden = true;
      document.documentElement.classList.remove("is-covered");
      scrollTo(0, scroll);
      if (focused) focused.focus({ preventScroll: true });
    }
    function look() {
      const now = Date.now();
      if (!covered() && !leaving && (now - last >= HIDES_AFTER || now >= ends)) hide();
    }
    function wake(event) {
      if (asking || leaving || event.key === "Shift" || event.target.closest && event.target.closest(".cw-exit-form")) return;
      event.preventDefault();
      asking = true;
      fetch("/awake", { redirect: "manual" })
        .then((response) => { if (response.status === 204) show(); else if (response.status < 500) location.reload(); }, () => {})
        .finally(() => { asking = false; });
    }
    function active(event) {
      look();
      if (!covered()) last = Date.now();
      else if (event.type === "keydown" || event.type === "click") wake(event);
    }
    ["keydown", "click", "pointerdown", "pointermove", "wheel", "input"].forEach((type) => document.addEventListener(type, active, { capture: true, passive: type === "wheel" }));
    ["visibilitychange", "focus", "pageshow"].forEach((type) => addEventListener(type, look, true));
    setInterval(look, 1000);
  })();

  /* The time that is left of an emergency access; told aloud at ten, five and one minute. */
  (() => {
    const banner = document.querySelector(".cw-urgent");
    if (!banner) return;
    const ends = Date.now() + 1000 * banner.dataset.seconds, left = banner.querySelector(".cw-left"), told = banner.querySelector("[role=status]");
    function tick() {
      const seconds = Math.max(0, Math.round((ends - Date.now()) / 1000));
      left.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      if ([600, 300, 60].includes(seconds)) told.textContent = told.dataset.text + " " + left.textContent;
    }
    tick();
    setInterval(tick, 1000);
  })();

  /* Shift three times within five seconds, with no other key between. */
  let shifts = [];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") { shifts = []; return; }
    if (event.repeat) return;
    shifts = shifts.filter((time) => event.timeStamp - time < 5000).concat(event.timeStamp);
    if (shifts.length >= 3) leave();
  }, true);

  /* "/" goes to the number box. */
  document.addEventListener("keydown", (event) => {
    const box = document.querySelector(".cw-find input");
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || !box || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    box.focus();
  });

  /* Several names in one field: its list offers what can follow the last comma. */
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches("[data-several]") || !field.list) return;
    const before = field.value.replace(/[^,;]*$/, "").trimEnd();
    for (const option of field.list.options) {
      option.dataset.name = option.dataset.name || option.value;
      option.value = (before ? before + " " : "") + option.dataset.name;
    }
  });

  /* Before the sheet is made the page is opened once more, as a print: the server decides and records anew, and only then there is something
     on the paper: what was answered now, which may be less than what stands on the screen. It must be done before this returns, so nothing else waits. What came back to a form that was sent has no address at which
     it opens again. */
  addEventListener("beforeprint", () => {
    const page = document.body;
    if (!page.dataset.paper || page.dataset.address) return;
    const asked = new XMLHttpRequest(), address = location.href.replace(/#.*/, "");
    try {
      asked.open("GET", address, false);
      asked.setRequestHeader("Himaye-Print", "1");
      asked.send();
      if (asked.status !== 200 || asked.responseURL !== address) return;
      const paper = new DOMParser().parseFromString(asked.responseText, "text/html").getElementById("main");
      paper.classList.add("cw-printed");
      document.getElementById("main").after(paper);
      page.classList.add("is-recorded");
    } catch { /* Nothing was recorded. */ }
  });
  addEventListener("afterprint", () => {
    document.body.classList.remove("is-recorded");
    document.querySelectorAll(".cw-printed").forEach((paper) => paper.remove());
  });

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
      const step = field && field.closest(".cw-step");
      if (step) step.parentElement.className = step.parentElement.className.replace(/cw-on-\d/, "cw-on-" + step.dataset.step);
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
    /* On a phone a chart opens where its last bar is. */
    document.querySelectorAll(".cw-chart").forEach((chart) => {
      const bar = [...chart.querySelectorAll("svg[role] > rect")].pop();
      if (bar) chart.scrollLeft += bar.getBoundingClientRect().right - chart.getBoundingClientRect().right + 16;
    });
    const tab = document.querySelector(".ui-tabs-nav [aria-current]");
    if (tab) tab.scrollIntoView({ block: "nearest", inline: "center" });
  });
})();
