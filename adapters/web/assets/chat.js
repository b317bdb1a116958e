// The page works without this script; with it, answers arrive without loading the page again.

talk();
keepDraft();
tellZone();

function talk() {
  const composer = document.getElementById('composer');
  if (!composer) return;
  const field = document.getElementById('question');
  const log = document.getElementById('log');
  const transcript = document.getElementById('transcript');
  const problem = document.getElementById('problem');
  let busy = false;

  document.documentElement.classList.add('js');
  composer.querySelector('.keys').hidden = false;
  if (isNewVisit()) {
    transcript.lastElementChild?.scrollIntoView({ block: 'start' });
    if (matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });
  }

  if (!CSS.supports('field-sizing', 'content')) field.addEventListener('input', () => grow(field));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    composer.requestSubmit();
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.getAttribute('action') !== '/ask') return;
    event.preventDefault();
    const question = form === composer ? field.value : event.submitter.value;
    if (!busy) void ask(question, form === composer);
  });

  async function ask(question, typed) {
    setBusy(true);
    problem.hidden = true;
    const pending = document.getElementById('pending').content.firstElementChild.cloneNode(true);
    pending.querySelector('.bubble').textContent = question;
    transcript.append(pending);
    if (typed) empty(field);
    scrollTo(pending);
    try {
      const turn = await fetchTurn(question);
      pending.replaceWith(turn);
      document.getElementById('new-conversation').hidden = false;
      scrollTo(turn);
    } catch (error) {
      pending.remove();
      if (field.value === '') field.value = question;
      problem.textContent = error.forPeople ?? problem.dataset.unreachable;
      problem.hidden = false;
      field.focus();
    } finally {
      setBusy(false);
    }
  }

  function setBusy(value) {
    busy = value;
    composer.setAttribute('aria-busy', String(value));
    log.setAttribute('aria-busy', String(value));
  }
}

async function fetchTurn(question) {
  const response = await fetch('/ask', {
    method: 'POST',
    headers: { 'X-Fragment': 'turn' },
    body: new URLSearchParams({ question }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const template = document.createElement('template');
  if (response.ok && type.startsWith('text/html')) template.innerHTML = text;
  const turn = template.content.querySelector('.turn');
  if (turn) return turn;
  throw Object.assign(new Error('no turn'), { forPeople: type.startsWith('text/plain') ? text : undefined });
}

/** As high as its text; what `field-sizing` does by itself in the browsers that have it. */
function grow(field) {
  field.style.height = 'auto';
  field.style.height = `${field.scrollHeight}px`;
}

function empty(field) {
  field.value = '';
  field.style.height = '';
}

/** Not a return by "back" or a reload, where the browser knows better which place of the page was read. */
function isNewVisit() {
  return location.hash.length < 2 && performance.getEntriesByType('navigation')[0]?.type === 'navigate';
}

function scrollTo(turn) {
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  turn.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

/** What was typed and not sent yet survives a change of language. */
function keepDraft() {
  const field = document.getElementById('question');
  const draft = sessionStorage.getItem('draft');
  if (field && draft) field.value = draft;
  sessionStorage.removeItem('draft');
  document.querySelector('.languages')?.addEventListener('submit', () => {
    if (field?.value) sessionStorage.setItem('draft', field.value);
  });
}

/** Times are shown on the reader's own clocks; a page that was made before these were known is asked for anew. */
function tellZone() {
  const told = `zone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}`;
  const isTold = () => document.cookie.split('; ').includes(told);
  if (isTold()) return;
  document.cookie = `${told}; Path=/; Max-Age=31536000; SameSite=Lax`;
  if (document.querySelector('[data-zoned]') && isTold()) location.reload();
}
