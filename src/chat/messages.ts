import type { Language } from '../language.ts';
import { en, type Messages } from './messages/en.ts';
import { es } from './messages/es.ts';
import { fr } from './messages/fr.ts';

const catalogue: Readonly<Record<Language, Messages>> = { en, es, fr };

/** Every sentence that people read, in one language. A key that one language lacks fails the type check. */
export function messagesIn(language: Language): Messages {
  return catalogue[language];
}
