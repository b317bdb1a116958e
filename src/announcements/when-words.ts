// Words of the three languages, without accents and in small letters.

/** Position of each word's group in a list, from 1: `positions(['a b', 'c'])` knows a as 1, b as 1, c as 2. */
function positions(groups: readonly string[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap((group, index) => group.split(' ').map((word) => [word, index + 1] as const)));
}

/** From 1, January. */
export const months = positions([
  'january jan enero ene janvier janv',
  'february feb febrero fevrier fevr fev',
  'march mar marzo mars',
  'april apr abril abr avril avr',
  'may mayo mai',
  'june jun junio juin',
  'july jul julio juillet juil',
  'august aug agosto ago aout',
  'september sept sep septiembre setiembre septembre',
  'october oct octubre octobre',
  'november nov noviembre novembre',
  'december dec diciembre dic decembre',
]);

/** From 1, Monday. `mar` is a month here: as a day it would be Tuesday in two of the languages. */
export const weekdays = positions([
  'monday mon lunes lun lundi',
  'tuesday tues tue martes mardi',
  'wednesday wed miercoles mie mercredi mer',
  'thursday thurs thur thu jueves jue jeudi jeu',
  'friday fri viernes vie vendredi ven',
  'saturday sat sabado sab samedi sam',
  'sunday sun domingo dom dimanche dim',
]);

export const numbers = positions([
  'one a an un una uno une',
  'two dos deux',
  'three tres trois',
  'four cuatro quatre',
  'five cinco cinq',
  'six seis',
  'seven siete sept',
  'eight ocho huit',
  'nine nueve neuf',
  'ten diez dix',
  'eleven once onze',
  'twelve doce douze',
]);

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks';

export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...wordsOf('minutes', 'minute minutes min mins minuto minutos'),
  ...wordsOf('hours', 'hour hours h hora horas heure heures'),
  ...wordsOf('days', 'day days dia dias jour jours'),
  ...wordsOf('weeks', 'week weeks semana semanas semaine semaines'),
]);

/** Part of the day that says which of two hours is meant; `night` begins in the evening. */
export type DayPart = 'am' | 'pm' | 'morning' | 'afternoon' | 'night';

/** What one expression says: a day counted from today, or a part of the day, or both. */
export interface DayWord {
  readonly days?: number;
  readonly part?: DayPart;
}

/** Expressions for days, longer before shorter where one begins with the other. */
export const dayWords: ReadonlyMap<string, DayWord> = new Map<string, DayWord>([
  ...wordsOf({ days: 2 }, 'the day after tomorrow|day after tomorrow|pasado manana|apres-demain|apres demain'),
  ...wordsOf({ days: 0, part: 'morning' }, 'this morning|esta manana|ce matin'),
  ...wordsOf({ days: 0, part: 'afternoon' }, 'this afternoon|esta tarde|cet apres-midi|cette apres-midi'),
  ...wordsOf({ days: 0, part: 'night' }, 'this evening|tonight|esta noche|ce soir'),
  ...wordsOf({ part: 'morning' }, 'in the morning|morning|de la manana|por la manana|du matin|matin|de la madrugada'),
  ...wordsOf({ part: 'afternoon' }, "in the afternoon|afternoon|de la tarde|por la tarde|de l'apres-midi|apres-midi"),
  ...wordsOf({ part: 'night' }, 'in the evening|evening|at night|de la noche|por la noche|du soir|soir'),
  ...wordsOf({ days: 1 }, 'tomorrow|manana|demain'),
  ...wordsOf({ days: 0 }, "today|hoy|aujourd'hui"),
]);

function wordsOf<const Meaning>(meaning: Meaning, words: string): readonly (readonly [string, Meaning])[] {
  return words.split(words.includes('|') ? '|' : ' ').map((word) => [word, meaning] as const);
}
