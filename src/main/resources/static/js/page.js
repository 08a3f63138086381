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

document.addEventListener('DOMContentLoaded', () => offerCopies(document));
document.addEventListener('htmx:afterSwap', (event) => offerCopies(event.target.parentElement ?? document));

// A session that ended while a page was open: the answer is the login page, which belongs in the whole window.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (new URL(event.detail.xhr.responseURL).pathname === '/login') {
    event.detail.shouldSwap = false;
    window.location.reload();
  }
});
