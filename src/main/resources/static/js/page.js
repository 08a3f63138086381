// What a page can do better with JavaScript; without it, it works all the same.

// A button beside what people copy.
function offerCopies(root) {
  if (!navigator.clipboard) return;
  root.querySelectorAll('.copyable:not([data-ready])').forEach((code) => {
    code.dataset.ready = '';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = code.dataset.copy;
    button.setAttribute('aria-label', `${code.dataset.copy} ${code.textContent}`);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = code.dataset.copied;
      setTimeout(() => { button.textContent = code.dataset.copy; }, 2000);
    });
    code.after(button);
  });
}

// After an act, the keyboard goes on from what it did, or from what is wrong.
function goToOutcome() {
  const outcome = document.querySelector('[aria-invalid="true"]:not(.specimen *)') ?? document.querySelector('.wrong:not(.specimen *)') ?? document.getElementById('done');
  outcome?.closest('details')?.setAttribute('open', '');
  outcome?.focus();
}

// How many boxes are ticked, on this page and on those before.
function countTicks(form) {
  const shown = new Set(form.elements.shown.value.split(' '));
  const elsewhere = form.elements.chosen.value.split(' ').filter((id) => id && !shown.has(id)).length;
  const count = elsewhere + form.querySelectorAll('input[name="id"]:checked').length;
  const words = form.querySelector('[data-chosen]');
  if (words) words.textContent = `${count} ${words.dataset.chosen}`;
}

document.addEventListener('DOMContentLoaded', () => {
  offerCopies(document);
  goToOutcome();
  document.querySelectorAll('form.desk').forEach((form) => {
    form.addEventListener('change', () => countTicks(form));
    countTicks(form);
  });
});
document.addEventListener('htmx:afterSwap', (event) => offerCopies(event.target.parentElement ?? document));

// A session that ended, or has to prove more, while a page was open: the answer is a page that belongs in the whole window.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (['/login', '/login/second', '/me/security'].includes(new URL(event.detail.xhr.responseURL).pathname)) {
    event.detail.shouldSwap = false;
    window.location.reload();
  }
});

// The palette: Ctrl K (or Command K) on any page of the administration; arrows choose, Enter goes, Escape closes.
function palette(link) {
  const dialog = document.createElement('dialog');
  dialog.className = 'palette';
  dialog.setAttribute('aria-label', link.dataset.palette);
  const input = document.createElement('input');
  input.type = 'search';
  input.autocomplete = 'off';
  input.placeholder = link.dataset.label;
  input.setAttribute('aria-label', link.dataset.palette);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = link.dataset.close;
  const hits = document.createElement('div');
  hits.setAttribute('aria-live', 'polite');
  dialog.append(input, hits, close);
  document.body.append(dialog);

  let waiting;
  let asked = 0;
  async function ask() {
    const turn = ++asked;
    const answer = await fetch(`${link.pathname}?q=${encodeURIComponent(input.value)}`, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok || turn !== asked) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    hits.replaceChildren(...(page.getElementById('hits')?.childNodes ?? []));
  }
  function step(by) {
    const all = [input, ...hits.querySelectorAll('a')];
    const at = Math.max(all.indexOf(document.activeElement), 0);
    all[(at + by + all.length) % all.length].focus();
  }
  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && document.activeElement === input) {
      event.preventDefault();
      hits.querySelector('a')?.click();
    }
  });
  return () => { input.value = ''; dialog.showModal(); input.focus(); ask(); };
}

document.addEventListener('DOMContentLoaded', () => {
  const link = document.querySelector('a[data-palette]');
  if (!link) return;
  const open = palette(link);
  link.addEventListener('click', (event) => { event.preventDefault(); open(); });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
});
