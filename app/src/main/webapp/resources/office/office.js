/* Forms of the back office: what is wrong comes first, what is typed is not lost by mistake. */
(function () {
  'use strict';
  let touched = false;
  const field = pointer => Array.from(document.querySelectorAll('[data-pointer]')).find(one => one.dataset.pointer === pointer);
  const open = one => { for (let box = one.closest('details'); box; box = box.parentElement.closest('details')) box.open = true; };
  const goto = one => { open(one); one.focus(); one.scrollIntoView({ block: 'center' }); };
  const first = () => {
    const wrong = document.querySelector('main [aria-invalid="true"]') || document.querySelector('main .alert--bad[role="alert"]');
    if (wrong) goto(wrong);
  };
  document.addEventListener('click', event => {
    const link = event.target.closest('[data-goto]');
    const copy = event.target.closest('[data-copy]');
    if (link) {
      const target = field(link.dataset.goto);
      if (target) { event.preventDefault(); goto(target); }
    }
    if (copy && navigator.clipboard) {
      const source = document.getElementById(copy.dataset.copy);
      navigator.clipboard.writeText(source.value).then(() => { copy.textContent = copy.dataset.copied; });
    }
  });
  document.addEventListener('input', event => { if (event.target.closest('form[data-guard]')) touched = true; });
  document.addEventListener('submit', () => { touched = false; });
  window.addEventListener('beforeunload', event => { if (touched) event.preventDefault(); });
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      const save = document.querySelector('[data-save]');
      if (save) { event.preventDefault(); save.click(); }
    }
  });
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', first); else first();
})();
