/* Suggestions under the search field: an ARIA combobox. Without it the form searches all the same. */
(() => {
  'use strict';
  const make = (tag, name, text) => {
    return Object.assign(document.createElement(tag), { className: name, textContent: text });
  };

  document.querySelectorAll('[data-suggest]').forEach((field, number) => {
    const list = make('div', 'suggest', '');
    list.id = 'suggestions-' + number;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', field.labels?.[0]?.textContent || '');
    list.hidden = true;
    field.closest('.search').append(list);
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']]) field.setAttribute(name, value);
    field.autocomplete = 'off';
    let options = [], active = -1, wait, asked, shown = '';

    const show = open => {
      list.hidden = !open || !options.length;
      field.setAttribute('aria-expanded', String(!list.hidden));
      if (list.hidden) mark(-1);
    };
    const mark = to => {
      options[active]?.setAttribute('aria-selected', 'false');
      active = to;
      options[active]?.setAttribute('aria-selected', 'true');
      options[active]?.scrollIntoView({ block: 'nearest' });
      if (active < 0) field.removeAttribute('aria-activedescendant');
      else field.setAttribute('aria-activedescendant', options[active].id);
    };
    const draw = groups => {
      options = [];
      list.replaceChildren(...groups.map((group, index) => {
        const box = make('div', 'suggest__group', ''), title = make('p', 'suggest__title', group.title);
        title.id = list.id + '-g' + index;
        box.setAttribute('role', 'group');
        box.setAttribute('aria-labelledby', title.id);
        box.append(title, ...group.items.map(item => {
          const option = make('a', 'suggest__option', '');
          option.id = list.id + '-' + options.length;
          option.href = item.href;
          option.tabIndex = -1;
          option.setAttribute('role', 'option');
          option.setAttribute('aria-selected', 'false');
          option.append(make('span', '', item.text));
          if (item.note) option.append(make('span', 'suggest__note', item.note));
          options.push(option);
          return option;
        }));
        return box;
      }));
      active = -1;
      show(document.activeElement === field);
    };
    const load = async () => {
      const text = field.value.trim();
      if (text.length < 2) { shown = ''; options = []; return show(false); }
      if (text === shown) return show(true);
      asked?.abort();
      asked = new AbortController();
      try {
        const answer = await fetch(field.dataset.suggest + '?q=' + encodeURIComponent(text), { headers: { Accept: 'application/json' }, signal: asked.signal });
        if (!answer.ok) return show(false);
        const found = await answer.json();
        shown = text;
        draw(found.groups);
      } catch { /* the next letter asks again */ }
    };

    field.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(load, 120); });
    field.addEventListener('focus', () => { if (field.value.trim() === shown) show(true); });
    field.addEventListener('blur', () => setTimeout(() => show(false), 150));
    field.addEventListener('keydown', event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && options.length) {
        event.preventDefault();
        if (list.hidden) show(true);
        const places = options.length + 1;
        mark((active + 1 + step + places) % places - 1);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        show(false);
      } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
        event.preventDefault();
        location.assign(options[active].href);
      }
    });
    list.addEventListener('pointerdown', event => event.preventDefault());
  });
})();
