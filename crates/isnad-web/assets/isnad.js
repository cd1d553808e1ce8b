// What makes the pages quicker. Everything here can also be done by a link or a form.

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const typing = (target) => target.closest?.('input, textarea, select, [contenteditable]');

/* Keys: `/`, `?`, `g` and a letter, `j`, `k`, Enter. The settings turn them off or ask for Alt (WCAG 2.1.4). */
const keys = document.body.dataset.keys ?? 'plain';
const keysOff = () => keys === 'off';
let going = false;
let row = -1;

const move = (step) => {
  const rows = $$('[data-row]');
  if (!rows.length) return;
  row = Math.min(Math.max(row + step, 0), rows.length - 1);
  rows.forEach((line, n) => line.classList.toggle('on', n === row));
  const link = $('a', rows[row]);
  link?.focus({ preventScroll: true });
  rows[row].scrollIntoView({ block: 'nearest' });
};

// On an Arabic keyboard the same key has another letter: what counts is where it lies.
const LAYOUT = { Slash: '/', Comma: ',', Period: '.', Equal: '+', Minus: '-' };
const keyOf = ({ key, code, shiftKey }) => {
  if (key === '؟') return '?';
  if (key === '=' || key.length !== 1 || key < '\x7f') return key === '=' ? '+' : key;
  if (code.startsWith('Key')) return shiftKey ? code[3] : code[3].toLowerCase();
  return LAYOUT[code] ?? key;
};

document.addEventListener('keydown', (event) => {
  if (keys === 'off' || event.ctrlKey || event.metaKey || event.altKey !== (keys === 'alt')) return;
  if (keys === 'plain' && typing(event.target)) return;
  const key = keyOf(event);
  if (going) {
    going = false;
    const link = $(`[data-go="${CSS.escape(key)}"]`);
    if (link) { event.preventDefault(); link.click(); }
    return;
  }
  if (key === 'g') { event.preventDefault(); going = true; setTimeout(() => { going = false; }, 1500); return; }
  if (key === 'j' || key === 'k') { event.preventDefault(); move(key === 'j' ? 1 : -1); return; }
  if (key === 'e') { const word = $('.spelled a.lit, .spelled a:focus, .spelled a.on, .spelled a.unverified'); if (word) { event.preventDefault(); word.click(); } return; }
  const target = $(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches('input')) { target.focus(); target.select(); } else { target.click(); }
});

/* Leaving at once: Escape three times. It works everywhere, also while typing and with keys off. */
let escapes = [];
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') { escapes = []; return; }
  escapes = [...escapes, event.timeStamp].filter((at) => event.timeStamp - at < 1500);
  if (escapes.length < 3) return;
  document.documentElement.hidden = true;
  const leave = $('form[data-leave]');
  // The page goes first; the request is kept alive and ends the session behind it.
  if (leave) fetch(leave.action, { method: 'POST', body: new URLSearchParams(new FormData(leave)), keepalive: true, redirect: 'manual' });
  location.replace('/calendar');
});

/* Parts of a page: a link or a form that changes only some of it brings those and leaves the rest where it is. */
const ahead = new Map();
const early = async (address) => {
  if (!address || ahead.has(address)) return;
  ahead.set(address, '');
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok) ahead.set(address, URL.createObjectURL(await answer.blob()));
};
/* Words are one stop of the Tab key; arrows go from word to word. */
const oneStop = (stop) => { for (const word of $$('.spelled a')) word.tabIndex = word === stop ? 0 : -1; };
const ready = (first) => {
  oneStop($('.spelled .on') ?? $('.spelled a'));
  const field = $('[data-part] [autofocus]');
  /* The browser itself takes a new page to its field, and says so as a fault where somebody was quicker. */
  if (first) field?.addEventListener('focus', () => field.select(), { once: true });
  else field?.focus({ preventScroll: true });
  if (field === document.activeElement) field?.select();
  early($('[data-ahead]')?.dataset.ahead);
};
const bring = async (address, given) => {
  const answer = await fetch(address, given).catch(() => null);
  const page = answer && new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page ? $$('[data-part]', page) : [];
  if (!fresh.length) { location.assign(answer?.url ?? address); return; }
  for (const img of $$('img', page)) { const here = ahead.get(img.getAttribute('src')); if (here) img.src = here; }
  for (const part of $$('[data-part]')) part.replaceWith(fresh.find((other) => other.dataset.part === part.dataset.part) ?? '');
  history.replaceState(null, '', answer.url);
  ready();
};
const wordOf = (target) => target.closest?.('.spelled a, .boxes a');
const other = (link) => document.getElementById((link.id.startsWith('t') ? 'w' : 't') + link.id.slice(1));
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const word = link.matches('.boxes a') ? other(link) : link;
  if (!word?.matches('[data-swap], [data-close], .spelled a[href*="word="]')) return;
  event.preventDefault();
  // Whoever selected words of the picture meant to copy them.
  if (link !== word && String(getSelection())) return;
  bring(word.href);
});
document.addEventListener('submit', (event) => {
  const { target, submitter } = event;
  if (!target.matches('[data-swap]')) return;
  event.preventDefault();
  bring(target.action, { method: 'POST', body: new URLSearchParams(new FormData(target, submitter)) });
});
for (const [sign, lit] of [['pointerover', true], ['pointerout', false], ['focusin', true], ['focusout', false]]) {
  document.addEventListener(sign, (event) => {
    const word = wordOf(event.target);
    if (word) for (const link of [word, other(word)]) link?.classList.toggle('lit', lit);
  });
}
document.addEventListener('keydown', (event) => {
  const word = event.target.closest?.('.spelled a');
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!word || !step) return;
  const words = $$('.spelled a');
  const forward = getComputedStyle(word).direction === 'rtl' ? -step : step;
  const next = words[words.indexOf(word) + forward];
  if (next) { event.preventDefault(); oneStop(next); next.focus(); }
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { $('[data-close]')?.click(); return; }
  /* Numbers: keys work in the field as long as nothing was typed. */
  const field = event.target;
  if (keysOff() || !field.closest?.('[data-numbers]') || !field.matches('input') || event.ctrlKey || event.metaKey || event.altKey) return;
  const untouched = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const target = untouched && $(`[data-number="${CSS.escape(keyOf(event))}"]`);
  if (target) { event.preventDefault(); target.click(); }
});
ready(true);

/* What goes on behind a page is looked at again every two seconds, until it asks for that no more. A screen reader is
   told twice a minute, and at the end. */
const TOLD_EVERY = 30_000;
let toldAt = performance.now();
const watch = async () => {
  const part = $('[data-again]');
  if (!part) return;
  const answer = await fetch(part.dataset.again).catch(() => null);
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page && $(`[data-part="${part.dataset.part}"]`, page);
  // Somebody else's page, such as the sign-in: show it as what it is.
  if (page && !fresh) { location.reload(); return; }
  const over = fresh && !fresh.dataset.again;
  if (fresh && (over || !$('[data-far]', fresh) || !$('[data-far]', part))) part.replaceWith(fresh);
  else if (fresh) $('[data-far]', part).replaceWith($('[data-far]', fresh));
  if (fresh && (over || performance.now() - toldAt > TOLD_EVERY)) {
    toldAt = performance.now();
    $('[data-tell]').textContent = $('[data-far]')?.textContent ?? '';
  }
  setTimeout(watch, 2000);
};
setTimeout(watch, 1000);

/* The first field that is wrong, or the summary of what is. */
$('#wrong')?.focus();

/* What was typed into the form of an intake goes through the lock and comes back; files do not. */
const draft = () => {
  const form = $('form[data-upload]');
  if (!form || document.body.dataset.locked) return !!form;
  document.body.dataset.locked = 'yes';
  const files = $('input[type=file]', form);
  files.value = '';
  files.disabled = true;
  form.action = '/lock';
  // Not the event: nothing is to be uploaded.
  HTMLFormElement.prototype.submit.call(form);
  return true;
};

/* Idle lock: says so a minute before. Typing and moving count as being there. */
const notice = $('[data-idle]');
if (notice) {
  const limit = Number(notice.dataset.idle) * 1000;
  let seen = Date.now();
  let told = Date.now();
  const stay = async () => {
    told = Date.now();
    const answer = await fetch('/alive', { redirect: 'manual' }).catch(() => null);
    if (answer && answer.status !== 204 && !draft()) location.reload();
  };
  const here = () => {
    seen = Date.now();
    if (!notice.hidden || seen - told > limit / 3) { notice.hidden = true; stay(); }
  };
  for (const sign of ['keydown', 'pointerdown', 'scroll']) addEventListener(sign, here, { passive: true });
  $('button', notice).addEventListener('click', here);
  setInterval(() => {
    const idle = Date.now() - seen;
    if (idle > limit && !document.body.dataset.busy) {
      document.documentElement.hidden = true;
      if (draft()) return;
      location.replace(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
    } else {
      notice.hidden = idle < limit - 60_000;
    }
  }, 5000);
}

/* Taking in: files can be dropped, and sending shows rate and time left. */
const form = $('form[data-upload]');
if (form) {
  const files = $('input[type=file]', form);
  const drop = files.closest('.drop');
  for (const name of ['dragover', 'dragleave', 'drop']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('over', name === 'dragover');
      if (name === 'drop' && event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    });
  }
  form.addEventListener('submit', (event) => {
    if (!files.files.length) return;
    event.preventDefault();
    send(form, $('[data-progress]', form));
  });
}

const lang = document.documentElement.lang;
const plain = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(lang, { style: 'percent' });
const unit = (value, name) => new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value);
const left = (seconds) => (seconds < 90 ? unit(seconds, 'second') : seconds < 5400 ? unit(seconds / 60, 'minute') : unit(seconds / 3600, 'hour'));

function send(form, box) {
  const [bar, words] = [$('progress', box), $('[role=status]', box)];
  const button = $('button', form);
  const request = new XMLHttpRequest();
  const began = performance.now();
  const alive = setInterval(() => fetch('/alive').catch(() => null), 60_000);
  let spoken = 0;
  const over = () => { clearInterval(alive); button.disabled = false; delete document.body.dataset.busy; };
  const failed = () => { over(); words.textContent = box.dataset.failed; };
  button.disabled = true;
  document.body.dataset.busy = 'yes';
  box.hidden = false;
  words.textContent = box.dataset.sending;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = total ? loaded / total : 0;
    // A screen reader is told every few seconds, not at every piece.
    if (performance.now() - spoken < 2000) return;
    spoken = performance.now();
    const rate = loaded / ((spoken - began) / 1000);
    words.textContent = `${percent.format(bar.value)} · ${plain.format(rate / 1e6)} MB/s · ${box.dataset.left} ${left((total - loaded) / rate)}`;
  });
  request.upload.addEventListener('load', () => { bar.removeAttribute('value'); words.textContent = box.dataset.sealing; });
  request.addEventListener('load', () => {
    over();
    if (request.status === 200 && request.responseURL !== location.href) { location.assign(request.responseURL); return; }
    // The form came back with what was wrong: show it as the page it is.
    const page = new DOMParser().parseFromString(request.responseText, 'text/html');
    const main = $('main', page);
    if (!main) { failed(); return; }
    $('main').replaceChildren(...main.childNodes);
    $('#wrong')?.focus();
  });
  request.addEventListener('error', failed);
  request.addEventListener('abort', failed);
  request.open('POST', form.action);
  request.send(new FormData(form));
}
