import type { EvidenceKind } from '../retrieval/evidence.ts';

/** What can be asked of an event that was announced. `state` is whether it takes place at all. */
export type EventAspect = 'when' | 'end' | 'where' | 'link' | 'what' | 'state';

export type Tense = 'past' | 'coming' | 'earlier';

const between = (forms: string) => new RegExp(` (?:${forms}) `);

const state = between(
  String.raw`cancel\w*|called off|still (?:on|taking place|happening|going ahead|being held)|suspendid[oa]s?|sigue en pie|se mantiene|annul\w*|maintenue?s?|toujours lieu|anul·?lad\w*`,
);
const clock = between(String.raw`(?:what|which) time|(?:a )?que hora|(?:a )?quelle heure|a que horas|quina hora`);
const ways = between(
  String.raw`(?:is there|hay|y a t il) (?:a|un) (?:link|enlace|lien)|how (?:do|can) (?:i|we) (?:join|connect|access)|como (?:me|nos) (?:conecto|conectamos|uno|unimos)|comment (?:rejoindre|(?:me|se|nous) connecter)`,
);
const ends = between(String.raw`ends?|finish(?:es)?|termina\w*|acaba\w*|finaliza\w*|finit|finira|se termine\w*|fin`);

const aspects: Readonly<Partial<Record<EvidenceKind, EventAspect>>> = {
  date: 'when',
  place: 'where',
  link: 'link',
  definition: 'what',
};

/**
 * What a question asks of an event, as far as its words tell; undefined for what an announcement's date, place and link do
 * not answer. `line` is the question's words, folded, with a space on both sides.
 */
export function aspectOf(line: string, asks: EvidenceKind | undefined): EventAspect | undefined {
  // Why or by whom something was cancelled is another question.
  if (state.test(line)) return asks === undefined ? 'state' : undefined;
  if (ways.test(line)) return 'link';
  const aspect = clock.test(line) ? 'when' : asks === undefined ? undefined : aspects[asks];
  return aspect === 'when' && ends.test(line) ? 'end' : aspect;
}

const earlier = between(
  String.raw`other|another|otr[oa]s?|autres?|last|latest|previous|ultim[oa]s?|anterior|anteriores|pasad[oa]s?|dernier|derniere|precedente?|passee?`,
);
const past = between(
  String.raw`was|were|took|did|fue|fueron|era|tuvo|tuvieron|celebro|celebraron|realizo|hubo|a eu|ont eu|etait|etaient|s est tenue?|s est deroulee?|foi|foram`,
);
const coming = between(
  String.raw`will|next|upcoming|sera|seran|proxim[oa]|tendra|tendran|celebrara|realizara|aura|auront|tiendra|deroulera|prochaine?|vai ser|sera`,
);

/** Whether a question asks of what is over, of what is to come, or of another than the one that comes next. */
export function tenseOf(line: string, asksNext: boolean): Tense | undefined {
  if (earlier.test(line)) return 'earlier';
  if (asksNext || coming.test(line)) return 'coming';
  return past.test(line) ? 'past' : undefined;
}

const words = (list: string) => new Set(list.split(/\s+/));

/** Words in which people ask when, where, how to get in and whether: they name nothing. Folded. */
const asking = words(`when where take takes taking took place held hold happen happens happening scheduled planned
  start starts starting begin begins end ends finish finishes time hour venue location link join joining online event
  still going ahead on called off cancel cancelled canceled cancels cancellation next upcoming will
  celebra celebrara celebrar celebran celebro celebraron lugar tendra tiene realiza realizara realizo hora horas horario
  empieza comienza inicia inicio termina acaba finaliza sede enlace unirse unirme conectarse conectarme evento acto sigue
  pie mantiene cancelado cancelada cancelo cancela cancelar cancelacion suspendido suspendida proximo proxima
  lieu tient tiendra tenue tenu deroule deroulera aura heure horaire commence debute debut finit termine fin lien rejoindre
  conecto conectamos uno unimos connecter rejoindre access
  evenement annule annulee annulation annuler maintenu maintenue toujours prochain prochaine
  acontece realizar sera ocorre comeca onde quando ligacao comenca esdeveniment enllac`);

export function isAskingWord(folded: string): boolean {
  return asking.has(folded);
}

/** Words with which announcements open, and which nobody repeats who asks. Folded. */
const boilerplate =
  words(`save date invitation invite invited register registration reminder join announcement announcing
  open now news update coming soon reserve fecha invitacion inscribase inscripcion inscripciones recordatorio anuncio
  convocatoria abierta abiertas participe aviso reservez notez invitation inscrivez inscription inscriptions rappel annonce
  ouverte ouvertes participez`);

export function isBoilerplate(folded: string): boolean {
  return boilerplate.has(folded);
}
