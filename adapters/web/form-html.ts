import { html } from 'hono/html';
import type { FieldChoice, Form, FormField } from '../../src/chat/form.ts';
import { messagesIn } from '../../src/chat/messages.ts';
import { inertText } from '../../src/chat/plain-text.ts';
import { isLanguage, type Language } from '../../src/language.ts';

export interface FormPlacement {
  readonly language: Language;
  /** What the ids of the form's elements begin with, so that they are the only ones of their name on the page. */
  readonly prefix: string;
  /** The level of the form's heading; absent where the page's own heading says the same. */
  readonly level?: 2 | 3;
  /** Tells this form from any other that is ever shown. */
  readonly once: string;
}

/** Something to fill in, with what is wrong at each field. Nothing that was typed is lost. */
export function formHtml(form: Form, placement: FormPlacement) {
  const { level } = placement;
  const title = inertText(form.title);
  const encoding = hasFileField(form) ? html`enctype="multipart/form-data"` : '';
  return html`<form class="sheet" method="post" action="/do/${encodeURIComponent(form.command)}" ${encoding} novalidate>
    ${level === 2 ? html`<h2>${title}</h2>` : level === 3 ? html`<h3>${title}</h3>` : ''} ${optionsHtml(form.options)}
    <input type="hidden" name="_once" value="${placement.once}" />
    ${form.fields.map((field) => fieldHtml(field, placement))}
    <p><button class="button primary">${inertText(form.submit)}</button></p>
  </form>`;
}

/** Whether a form asks for a file itself, so that none can be sent in its place. */
export function hasFileField({ fields }: Form): boolean {
  return fields.some(({ kind }) => kind === 'file');
}

/** What goes along with a form or a button unseen. */
export function optionsHtml(options: Readonly<Record<string, string>>) {
  return Object.entries(options).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
}

/** Links to the fields that have to be put right; nothing when there are none. */
export function wrongFieldsHtml({ fields }: Form, { language, prefix }: Pick<FormPlacement, 'language' | 'prefix'>) {
  const wrong = fields.filter(({ problem }) => problem !== undefined);
  if (wrong.length === 0) return undefined;
  return html`<p class="to-fields">
    ${messagesIn(language).web.toField}
    ${wrong.map(({ name, label }) => html`<a href="#${prefix}${name}">${inertText(label)}</a> `)}
  </p>`;
}

function fieldHtml(field: FormField, placement: FormPlacement) {
  if (field.kind === 'choices') return choicesHtml(field, placement);
  const { id, label, notes, described, invalid } = partsOf(field, placement);
  if (field.kind === 'switch') {
    return html`<div class="entry">
      <input type="hidden" name="_switch" value="${field.name}" />
      <label class="tick"
        ><input
          type="checkbox"
          id="${id}"
          name="${field.name}"
          value="true"
          ${field.value === 'true' ? 'checked' : ''}
          ${described}
          ${invalid}
        />
        <span>${label}</span></label
      >
      ${notes}
    </div>`;
  }
  return html`<div class="entry">
    <label for="${id}">${label}</label>
    ${notes} ${controlHtml(field, id, html`${described} ${invalid}`, placement)}
  </div>`;
}

function controlHtml(field: FormField, id: string, described: unknown, { language }: FormPlacement) {
  const value = field.value ?? '';
  const required = field.required ? html`aria-required="true"` : '';
  // The text of a language is to be spelled, and read aloud, as that language.
  const suffix = field.name.split('.').at(-1);
  const lang = isLanguage(suffix) ? html`lang="${suffix}"` : '';
  if (field.kind === 'text') {
    // A browser takes away the first line feed of a text.
    return html`<textarea id="${id}" name="${field.name}" rows="7" dir="auto" ${lang} ${required} ${described}>
${value}</textarea>`;
  }
  if (field.kind === 'choice') {
    const choices = withUnknown(field.choices ?? [], value === '' ? [] : [value]);
    return html`<select id="${id}" name="${field.name}" ${required} ${described}>
      ${value === '' || !field.required ? html`<option value="">${messagesIn(language).web.choose}</option>` : ''}
      ${choices.map(
        (choice) =>
          html`<option value="${choice.value}" ${choice.value === value ? 'selected' : ''}>
            ${inertText(choice.label)}
          </option>`,
      )}
    </select>`;
  }
  if (field.kind === 'file') return fileHtml(field, id, html`${required} ${described}`);
  return html`<input
    type="text"
    id="${id}"
    name="${field.name}"
    value="${value}"
    dir="auto"
    autocomplete="off"
    ${lang}
    ${required}
    ${described}
  />`;
}

/** A browser chooses no file for the page: one that was sent before goes along unseen until another one is chosen. */
function fileHtml({ name, value = '' }: FormField, id: string, attributes: unknown) {
  return html`<input type="hidden" name="_file" value="${name}" />
    ${value === '' ? '' : html`<input type="hidden" name="${name}" value="${value}" />`}
    <input type="file" id="${id}" name="${name}" ${attributes} />`;
}

function choicesHtml(field: FormField, placement: FormPlacement) {
  const { id, label, notes, described } = partsOf(field, placement);
  const chosen = (field.value ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter(Boolean);
  return html`<fieldset class="entry" id="${id}" tabindex="-1" ${described}>
    <legend>${label}</legend>
    <input type="hidden" name="_choices" value="${field.name}" />
    ${notes}
    ${withUnknown(field.choices ?? [], chosen).map(
      (choice) =>
        html`<label class="tick"
          ><input
            type="checkbox"
            name="${field.name}"
            value="${choice.value}"
            ${chosen.includes(choice.value) ? 'checked' : ''}
          />
          <span>${inertText(choice.label)}</span></label
        >`,
    )}
  </fieldset>`;
}

/** The choices, and besides them what was chosen although it is none, so that a person sees what is wrong. */
function withUnknown(choices: readonly FieldChoice[], chosen: readonly string[]): readonly FieldChoice[] {
  const unknown = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return [...choices, ...unknown.map((value) => ({ value, label: value }))];
}

function partsOf(field: FormField, placement: FormPlacement) {
  const { name, label, required, hint, maxLength, problem } = field;
  const { web } = messagesIn(placement.language);
  const id = `${placement.prefix}${name}`;
  const numbers = new Intl.NumberFormat(placement.language);
  // Said rather than enforced: a browser would cut off what is pasted, and say nothing.
  const isKept = field.kind === 'file' && field.value !== undefined && field.value !== '';
  const length = maxLength === undefined ? undefined : web.upTo(numbers.format(maxLength));
  const advice = [hint, length, isKept ? web.fileKept : undefined].filter(Boolean).join(' ');
  const ids = [...(problem === undefined ? [] : [`${id}-problem`]), ...(advice === '' ? [] : [`${id}-hint`])];
  return {
    id,
    label: html`${inertText(label)}${required ? html` <span class="required">(${web.required})</span>` : ''}`,
    notes: html`${advice === '' ? '' : html`<p class="hint" id="${id}-hint">${inertText(advice)}</p>`}
    ${problem === undefined ? '' : html`<p class="wrong" id="${id}-problem">${inertText(problem)}</p>`}`,
    described: ids.length === 0 ? '' : html`aria-describedby="${ids.join(' ')}"`,
    invalid: problem === undefined ? '' : html`aria-invalid="true"`,
  };
}
