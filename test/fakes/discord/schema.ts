import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

// Discord's own description of its interface, with unknown keys refused: a typing mistake is a failure, not a surprise.

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

function readDescription(): Description {
  const text = readFileSync(new URL('../../specs/discord-openapi.json', import.meta.url), 'utf8');
  return JSON.parse(text, (_key, value: unknown) => closed(value));
}

/** What describes an object by its properties takes no others. */
function closed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('properties' in value)) return value;
  return 'additionalProperties' in value || 'allOf' in value ? value : { ...value, additionalProperties: false };
}

const description = readDescription();
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
ajv.addSchema(description, 'discord');

const routes = Object.entries(description.paths)
  .map(([path, operations]) => ({
    path,
    operations,
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    parameters: path.split('{').length,
  }))
  // A literal part such as `@me` or `@original` goes before a parameter.
  .toSorted((one, other) => one.parameters - other.parameters);

const compiled = new Map<string, ValidateFunction | undefined>();

/**
 * What is wrong with a request by Discord's description of it; undefined when nothing is.
 */
export function problemOf(method: string, path: string, body: unknown): string | undefined {
  const route = routes.find(({ pattern, operations }) => pattern.test(path) && method.toLowerCase() in operations);
  if (route === undefined) return `there is no route ${method} ${path}`;
  const key = `${method} ${route.path}`;
  if (!compiled.has(key)) {
    const operation = route.operations[method.toLowerCase()];
    const content = operation?.requestBody?.content['application/json'];
    const pointer = `discord#/paths/${route.path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method.toLowerCase()}/requestBody/content/application~1json/schema`;
    compiled.set(key, content === undefined ? undefined : ajv.compile({ $ref: pointer }));
  }
  const validate = compiled.get(key);
  if (validate === undefined) return body === undefined ? undefined : `${key} takes no body`;
  return validate(body) ? undefined : `${key}: ${ajv.errorsText(validate.errors?.slice(-3))}`;
}
