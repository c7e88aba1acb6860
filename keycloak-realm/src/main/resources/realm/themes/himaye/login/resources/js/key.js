// A security key or passkey: asks the device and sends what it answered.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const keys = (list) => list.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));
const said = (value) => (value === "not specified" ? undefined : value);

function timeout(seconds) {
  return Number(seconds) > 0 ? Number(seconds) * 1000 : undefined;
}

async function get(asked) {
  const { rawId, response } = await navigator.credentials.get({
    publicKey: {
      challenge: bytes(asked.challenge),
      rpId: asked.rp,
      allowCredentials: keys(asked.keys),
      userVerification: said(asked.verification),
      timeout: timeout(asked.timeout),
    },
  });
  return {
    clientDataJSON: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    credentialId: text(rawId),
    userHandle: response.userHandle ? text(response.userHandle) : "",
  };
}

async function create(asked) {
  const { rawId, response, authenticatorAttachment } = await navigator.credentials.create({
    publicKey: {
      challenge: bytes(asked.challenge),
      rp: { id: asked.rp, name: asked.rpName },
      user: { id: bytes(asked.user), name: asked.username, displayName: asked.username },
      pubKeyCredParams: asked.algorithms.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
      attestation: said(asked.attestation),
      authenticatorSelection: {
        authenticatorAttachment: said(asked.attachment),
        residentKey: asked.resident === "Yes" ? "required" : undefined,
        userVerification: said(asked.verification),
      },
      excludeCredentials: keys(asked.keys),
      timeout: timeout(asked.timeout),
    },
  });
  return {
    clientDataJSON: text(response.clientDataJSON),
    attestationObject: text(response.attestationObject),
    publicKeyCredentialId: text(rawId),
    transports: response.getTransports?.().join() ?? "",
    authenticatorAttachment: authenticatorAttachment ?? "",
  };
}

const button = document.querySelector("[data-key]");
button.addEventListener("click", async () => {
  let answer;
  try {
    if (!window.PublicKeyCredential) throw new Error(button.dataset.unsupported);
    answer = await (button.dataset.key === "get" ? get : create)(button.dataset);
  } catch (error) {
    answer = { error: String(error) };
  }
  for (const [name, value] of Object.entries(answer)) button.form.elements[name].value = value;
  button.form.requestSubmit();
}, { once: true });
button.disabled = false;
if (button.dataset.key === "get") button.focus();
