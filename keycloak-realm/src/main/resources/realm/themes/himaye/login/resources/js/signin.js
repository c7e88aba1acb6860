// Show or hide a typed password, leave at once by Shift three times, follow a sign-in that ended in another tab, and after an answer to
// a sent form keep an address that can be opened again.
import { startSessionPolling, checkAuthSession } from "./authChecker.js";

const { otherTab, signin } = document.body.dataset;
if (otherTab) startSessionPolling(otherTab);
if (signin) checkAuthSession(signin);

const here = new URL(location.href);
if (here.searchParams.has("session_code")) {
  here.searchParams.delete("session_code");
  history.replaceState({}, "", here);
}

for (const button of document.querySelectorAll("[data-shows]")) {
  const field = document.getElementById(button.dataset.shows);
  const show = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    button.textContent = shown ? show : button.dataset.hide;
    button.setAttribute("aria-pressed", String(!shown));
  });
}

for (const form of document.forms) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
}

const exit = document.getElementById("quick-exit");
const leave = () => location.replace(exit.href);
exit.addEventListener("click", (event) => { event.preventDefault(); leave(); });
let presses = [];
document.addEventListener("keyup", (event) => {
  if (event.key !== "Shift") { presses = []; return; }
  presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 5000);
  if (presses.length >= 3) leave();
});
