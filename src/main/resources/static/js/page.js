// Progressive enhancement: all pages also work without JavaScript.

// Shows the copy buttons, which are hidden in the page, if the browser has a clipboard.
function offerCopies(root) {
  if (!navigator.clipboard) return;
  root.querySelectorAll('.copy.later').forEach((button) => {
    const word = button.textContent;
    button.classList.remove('later');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.previousElementSibling.textContent);
      button.textContent = button.dataset.copied;
      setTimeout(() => { button.textContent = word; }, 2000);
    });
  });
}

// After an action, moves the focus to the first error or to the confirmation.
function goToOutcome() {
  const outcome = document.querySelector('[aria-invalid="true"]:not(.specimen *)') ?? document.querySelector('.wrong:not(.specimen *)') ?? document.getElementById('done');
  outcome?.closest('details')?.setAttribute('open', '');
  outcome?.focus();
}

// Opens the collapsed form that contains the field named by the address, and focuses it. Such links are on the dashboard,
// in the palette and in confirmations.
function goToField() {
  const field = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!field?.matches('input, select, textarea')) return;
  field.closest('details')?.setAttribute('open', '');
  field.focus();
}

// A checkbox that ticks all checkboxes of the page.
function offerAll(form) {
  const all = form.querySelector('thead .later');
  const boxes = [...form.querySelectorAll('input[name="id"]')];
  if (!all || boxes.length === 0) return;
  all.disabled = false;
  all.classList.remove('later');
  const show = () => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };
  all.addEventListener('change', () => boxes.forEach((box) => { box.checked = all.checked; }));
  form.addEventListener('change', show);
  show();
}

// Shows the number of ticked checkboxes, on this page and on earlier ones.
function countTicks(form) {
  const shown = new Set(form.elements.shown.value.split(' '));
  const elsewhere = form.elements.chosen.value.split(' ').filter((id) => id && !shown.has(id)).length;
  const count = elsewhere + form.querySelectorAll('input[name="id"]:checked').length;
  const words = form.querySelector('[data-chosen]');
  if (!words) return;
  const [none, one, many] = words.dataset.chosen.split('|');
  words.textContent = [none, one][count] ?? many.replace('#', count);
}

document.addEventListener('DOMContentLoaded', () => {
  offerCopies(document);
  goToField();
  goToOutcome();
  document.querySelectorAll('form.desk').forEach((form) => {
    offerAll(form);
    form.addEventListener('change', () => countTicks(form));
    countTicks(form);
  });
});
window.addEventListener('hashchange', goToField);

// A pressed button shows at once that it is busy and cannot be pressed again, until ten seconds later, for a bad
// connection. The server accepts each form once in any case.
function release() {
  document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
  document.querySelectorAll('button[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
}
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.getAttribute('method') !== 'post' || event.defaultPrevented) return; // form.method may be a field of that name
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = 'yes';
  event.submitter?.setAttribute('aria-busy', 'true');
  setTimeout(release, 10000);
});
window.addEventListener('pageshow', release); // a page restored from the back/forward cache

document.addEventListener('htmx:afterSwap', (event) => offerCopies(event.target.parentElement ?? document));

// Typing already filters a list. Another request when the field loses focus would replace the link that is about to be
// followed by Enter.
document.addEventListener('change', (event) => {
  if (event.target.matches('form.filters input:not([type=checkbox], [type=radio])')) event.stopPropagation();
}, true);

// Restores the focus on a link of a replaced list, if the list still has that link.
let focused;
document.addEventListener('htmx:beforeSwap', (event) => {
  const link = document.activeElement;
  focused = event.detail.target.contains(link) && link.getAttribute('href');
});
document.addEventListener('htmx:afterSwap', () => {
  if (focused) document.querySelector(`#list a[href="${CSS.escape(focused)}"]`)?.focus();
  focused = null;
});

// If the session has ended or needs a second factor, the response is a login page, which needs the whole window.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (['/login', '/login/second', '/me/security'].includes(new URL(event.detail.xhr.responseURL).pathname)) {
    event.detail.shouldSwap = false;
    window.location.reload();
  }
});

// The command palette: Ctrl K (or Command K) on any page of the administration. The arrow keys select a line and an
// action beside it, Enter follows it, Escape closes the palette.
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
  let asking = Promise.resolve();
  let latest = 0;
  async function ask() {
    const request = ++latest;
    const answer = await fetch(`${link.pathname}?q=${encodeURIComponent(input.value)}`, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok || request !== latest) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    hits.replaceChildren(...(page.getElementById('hits')?.childNodes ?? []));
  }
  // Up and down select a line, right and left one of its actions.
  function step(by) {
    const lines = [input, ...hits.querySelectorAll('li > a:first-child')];
    const current = document.activeElement.closest('li')?.querySelector('a') ?? input;
    lines[(lines.indexOf(current) + by + lines.length) % lines.length].focus();
  }
  function aside(by) {
    const links = [...document.activeElement.closest('li').querySelectorAll('a')];
    links[links.indexOf(document.activeElement) + by]?.focus();
  }
  function askNow() {
    clearTimeout(waiting);
    waiting = undefined;
    asking = ask();
  }
  // Enter uses the text typed last, even before its results arrive.
  async function go() {
    if (waiting) askNow();
    await asking;
    hits.querySelector('a')?.click();
  }
  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(askNow, 150); });
  hits.addEventListener('click', (event) => { if (event.target.closest('a')) dialog.close(); });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      step(event.key === 'ArrowDown' ? 1 : -1);
    } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && document.activeElement.closest('li')) {
      event.preventDefault();
      aside(event.key === 'ArrowRight' ? 1 : -1);
    } else if (event.key === 'Enter' && document.activeElement === input) {
      event.preventDefault();
      go();
    }
  });
  return () => { input.value = ''; dialog.showModal(); input.focus(); askNow(); };
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
