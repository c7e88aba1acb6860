/* Himaye's only script of its own: the way out, the menu on phones, the first error. Everything else works without it. */
(() => {
  "use strict";
  let leaving = false;

  /* Blank at once, then end the sign-in, then a neutral page in place of this one: Back finds nothing. */
  function leave() {
    if (leaving) return;
    leaving = true;
    document.title = "";
    document.documentElement.hidden = true;
    document.body.replaceChildren();
    const away = () => location.replace("/signin/gone");
    const patience = setTimeout(away, 1500);
    fetch("/signin/exit", { method: "POST", keepalive: true, redirect: "manual" })
      .catch(() => {})
      .finally(() => { clearTimeout(patience); away(); });
  }

  document.addEventListener("submit", (event) => {
    if (event.target.matches(".cw-exit-form")) {
      event.preventDefault();
      leave();
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
    const summary = document.querySelector(".cw-summary");
    if (summary) summary.focus();
    const tab = document.querySelector(".ui-tabs-nav [aria-current]");
    if (tab) tab.scrollIntoView({ block: "nearest", inline: "center" });
  });
})();
