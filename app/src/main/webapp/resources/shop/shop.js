/* Storefront niceties. Every page works without this file: it only saves clicks. */
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');

  // Filters, sort order and quantities apply as soon as they change.
  document.addEventListener('change', event => {
    const field = event.target.closest('[data-submit-on-change]');
    const phoneSheet = event.target.closest('.facets:target');
    if (field && field.form && !phoneSheet && field.checkValidity()) field.form.requestSubmit();
  });

  // A form is sent once: the second click finds its button busy.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'true';
    event.submitter?.setAttribute('aria-disabled', 'true');
  });
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-disabled]').forEach(button => button.removeAttribute('aria-disabled'));
  }));

  // "/" and Ctrl or Command K go to the search field.
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const palette = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const field = [...document.querySelectorAll('.search__field')].find(each => each.checkVisibility?.() ?? true);
    if ((slash || palette) && field) { event.preventDefault(); field.focus(); field.select(); }
    if (event.key === 'Escape') {
      if (location.hash === '#filters') { location.hash = '#results'; document.querySelector('.facets-open')?.focus(); }
      document.querySelectorAll('.menu[open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
    }
  });

  // Gallery thumbnails scroll their strip instead of the page.
  document.querySelectorAll('.gallery').forEach(gallery => {
    const strip = gallery.querySelector('.gallery__main');
    gallery.querySelectorAll('.gallery__thumb').forEach(thumb => thumb.addEventListener('click', event => {
      const target = document.getElementById(thumb.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      strip.scrollTo({ left: target.offsetLeft - strip.offsetLeft });
      gallery.querySelectorAll('[aria-current]').forEach(other => other.removeAttribute('aria-current'));
      thumb.setAttribute('aria-current', 'true');
    }));
  });

  // Fragments that belong to one visitor (cart count, name) are fetched after the shared page.
  document.querySelectorAll('[data-fragment]').forEach(async place => {
    try {
      const answer = await fetch(place.dataset.fragment, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
      if (answer.ok) place.innerHTML = await answer.text();
    } catch { /* the link itself still leads to the page */ }
  });
})();
