import type { Form, FormField } from '../../src/chat/form.ts';
import type { Language } from '../../src/language.ts';
import { limits } from './limits.ts';

/** A form that somebody is filling in, part by part. */
export interface OpenForm {
  readonly key: string;
  readonly form: Form;
  readonly language: Language;
  /** What has been written so far, by field. */
  readonly values: Readonly<Record<string, string>>;
}

export interface Forms {
  open(form: Form, language: Language): OpenForm;
  get(key: string): OpenForm | undefined;
  /** Adds what was written, and what is wrong with it by field; undefined when the form is not known any more. */
  fill(
    key: string,
    values: Readonly<Record<string, string>>,
    problems?: Readonly<Record<string, string>>,
  ): OpenForm | undefined;
}

/** The forms that are being filled in, in memory; the oldest are forgotten. */
export function createForms(newKey: () => string): Forms {
  const forms = new Map<string, OpenForm>();

  function keep(form: OpenForm): OpenForm {
    forms.delete(form.key);
    forms.set(form.key, form);
    let length = 0;
    for (const [index, [key, { values }]] of [...forms].toReversed().entries()) {
      length += Object.values(values).reduce((sum, value) => sum + value.length, 0);
      if (index > 0 && (index >= limits.remembered || length > limits.rememberedCharacters)) forms.delete(key);
    }
    return form;
  }

  return {
    open: (form, language) => {
      const values = form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
      return keep({ key: newKey(), form, language, values: Object.fromEntries(values) });
    },
    get: (key) => forms.get(key),
    fill: (key, values, problems = {}) => {
      const known = forms.get(key);
      return known === undefined ? undefined : keep(filled(known, values, problems));
    },
  };
}

/** What was wrong with a field is said until something else stands in it. */
function filled(open: OpenForm, values: OpenForm['values'], problems: OpenForm['values']): OpenForm {
  const fields = open.form.fields.map(({ problem: before, ...field }) => {
    const problem = problems[field.name] ?? before;
    const isNew = (values[field.name] ?? open.values[field.name]) !== open.values[field.name];
    return problem === undefined || isNew ? field : { ...field, problem };
  });
  return { ...open, form: { ...open.form, fields }, values: { ...open.values, ...values } };
}

/**
 * The fields in parts of at most five, which is what a modal holds. Fields of one kind of text, whose names end alike
 * after a point (`title.en`, `body.en`), stay together.
 */
export function partsOf(fields: readonly FormField[]): FormField[][] {
  const groups: FormField[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    const suffix = suffixOf(field);
    if (
      last !== undefined &&
      suffix !== undefined &&
      last.length < limits.modalFields &&
      suffixOf(last[0]) === suffix
    ) {
      last.push(field);
    } else groups.push([field]);
  }
  const parts: FormField[][] = [];
  for (const group of groups) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + group.length <= limits.modalFields) last.push(...group);
    else parts.push([...group]);
  }
  return parts;
}

function suffixOf(field: FormField | undefined): string | undefined {
  return /\.(.+)$/.exec(field?.name ?? '')?.[1];
}

/** What sending the form gives the core: what goes along unseen, and every field that was filled in. */
export function optionsOf({ form, values }: OpenForm): Record<string, string> {
  const named = new Set(form.fields.map(({ name }) => name));
  return { ...form.options, ...Object.fromEntries(Object.entries(values).filter(([name]) => named.has(name))) };
}
