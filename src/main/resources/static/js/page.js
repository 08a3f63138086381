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
  const outcome = document.querySelector('[aria-invalid="true"]') ?? document.querySelector('.wrong') ?? document.getElementById('done');
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

// A session that ended while a page was open: the answer is the login page, which belongs in the whole window.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname === '/login') {
    event.detail.shouldSwap = false;
    window.location.reload();
  }
});
