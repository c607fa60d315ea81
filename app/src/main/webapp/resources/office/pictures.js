// Pictures of a product: sending, dragging into order, pointing at the focus.
(() => {
  const MOST_BYTES = 10 * 1024 * 1024;
  const drop = document.querySelector('[data-upload]');
  if (!drop) return;
  const list = drop.querySelector('.photodrop__list');
  const input = drop.querySelector('input[type=file]');
  const press = (id) => document.getElementById('shelf:' + id).click();

  // One file after another, each with an answer of its own.
  let line = Promise.resolve();

  const entry = (file) => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    const state = document.createElement('span');
    const bar = document.createElement('progress');
    name.className = 'photodrop__name';
    name.textContent = file.name;
    state.textContent = drop.dataset.waiting;
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute('aria-label', file.name);
    item.append(name, bar, state);
    list.append(item);
    return {
      progress(part) {
        bar.value = part;
        state.textContent = part < 1 ? drop.dataset.sending : drop.dataset.working;
      },
      done(taken, text) {
        bar.remove();
        state.textContent = text;
        item.className = taken ? 'photodrop__good' : 'photodrop__bad';
      },
    };
  };

  const send = (file, shown) => new Promise((resolve) => {
    if (file.size > MOST_BYTES) {
      shown.done(false, drop.dataset.tooLarge);
      resolve(false);
      return;
    }
    const request = new XMLHttpRequest();
    request.open('POST', drop.dataset.upload);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-Form-Token', drop.dataset.token);
    request.upload.onprogress = (event) => event.lengthComputable && shown.progress(event.loaded / event.total);
    request.onloadend = () => {
      let answer = null;
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // Not an answer of ours.
      }
      const taken = request.status === 200 && answer !== null && answer.taken === true;
      shown.done(taken, answer !== null && answer.text ? answer.text : drop.dataset.failed);
      resolve(taken);
    };
    request.send(file);
  });

  const take = (files) => {
    list.replaceChildren();
    const waiting = [...files].map((file) => ({ file, shown: entry(file) }));
    line = line.then(async () => {
      let any = false;
      for (const one of waiting) any = (await send(one.file, one.shown)) || any;
      if (any) press('refresh');
    });
  };

  input.addEventListener('change', () => {
    take(input.files);
    input.value = '';
  });
  const carriesFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes('Files');
  for (const kind of ['dragenter', 'dragover']) {
    drop.addEventListener(kind, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      drop.classList.add('photodrop--over');
    });
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('photodrop--over'));
  drop.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    drop.classList.remove('photodrop--over');
    take(event.dataTransfer.files);
  });

  // Dragging by the grip; the buttons do the same without.
  let dragged = null;
  const photo = (target) => target instanceof Element && target.closest('.photo');
  document.addEventListener('dragstart', (event) => {
    if (!(event.target instanceof Element) || !event.target.matches('.photo__grip')) return;
    dragged = photo(event.target);
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.picture);
    dragged.classList.add('photo--dragged');
  });
  document.addEventListener('dragover', (event) => {
    const over = dragged && photo(event.target);
    if (!over) return;
    event.preventDefault();
    if (over === dragged) return;
    const box = over.getBoundingClientRect();
    over.parentElement.insertBefore(dragged, event.clientY < box.top + box.height / 2 ? over : over.nextSibling);
  });
  document.addEventListener('drop', (event) => dragged && event.preventDefault());
  document.addEventListener('dragend', () => {
    if (!dragged) return;
    dragged.classList.remove('photo--dragged');
    dragged = null;
    document.getElementById('shelf:order').value =
      [...document.querySelectorAll('[data-picture]')].map((one) => one.dataset.picture).join(',');
    press('arrange');
  });

  // The focus: a mark where the numbers say, numbers where somebody clicks.
  const axis = (item, name) => item.querySelector(`[data-axis=${name}]`);
  const mark = (item) => {
    const point = item.querySelector('.photo__point');
    const x = axis(item, 'x');
    if (!x) return;
    point.hidden = false;
    point.style.left = `${x.value / 10}%`;
    point.style.top = `${axis(item, 'y').value / 10}%`;
  };
  document.addEventListener('click', (event) => {
    const frame = event.target instanceof Element && event.target.closest('[data-focused=true]');
    if (!frame) return;
    const item = photo(frame);
    const box = frame.querySelector('img').getBoundingClientRect();
    const part = (at, from, length) => Math.round(Math.min(1, Math.max(0, (at - from) / length)) * 1000);
    axis(item, 'x').value = part(event.clientX, box.left, box.width);
    axis(item, 'y').value = part(event.clientY, box.top, box.height);
    mark(item);
  });
  document.addEventListener('input', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-axis]')) mark(photo(event.target));
  });
  const markAll = () => document.querySelectorAll('.photo').forEach(mark);
  new MutationObserver(markAll).observe(document.getElementById('main'), { childList: true, subtree: true });
  markAll();
})();
