// Passkeys (WebAuthn), the only feature that needs JavaScript. The page contains the challenge or the address to fetch it
// from; the browser's response is submitted with the form.

const options = {
  get: (json) => ({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) }),
  create: (json) => ({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) }),
};

async function challengeOf(form) {
  if (form.dataset.challenge) return JSON.parse(form.dataset.challenge);
  const answer = await fetch(form.dataset.source, { method: 'POST', body: new URLSearchParams({ _csrf: form.elements._csrf.value }) });
  if (!answer.ok) throw new Error(`no challenge: ${answer.status}`);
  return answer.json();
}

function send(form, credential) {
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
}

function say(form, what) {
  const place = form.querySelector('[data-failed]');
  place.textContent = place.dataset[what];
}

function offer(form) {
  const ceremony = form.dataset.passkey;
  let waiting = new AbortController();

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    waiting.abort(); // the browser allows one pending request
    waiting = new AbortController();
    try {
      const publicKeyOptions = options[ceremony](await challengeOf(form));
      send(form, await navigator.credentials[ceremony]({ ...publicKeyOptions, signal: waiting.signal }));
    } catch (failure) {
      say(form, 'failed');
    }
  });

  // Offers passkeys in the browser's autofill, if it supports that.
  async function suggest() {
    if (!form.dataset.source || !await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    const { signal } = waiting;
    try {
      const publicKeyOptions = options.get(await challengeOf(form));
      if (signal.aborted) return;
      send(form, await navigator.credentials.get({ ...publicKeyOptions, mediation: 'conditional', signal }));
    } catch (failure) {
      // Ignored, since the user has requested nothing: the button still works.
    }
  }
  suggest();
}

document.addEventListener('DOMContentLoaded', () => {
  document.querySelectorAll('form[data-passkey]').forEach((form) => {
    if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
      offer(form);
    } else {
      form.querySelector('button').disabled = true;
      say(form, 'unknown');
    }
  });
});
