/** What some questions presuppose or ask for that no other words can stand for. */
export type Statement = 'sequence' | 'ending' | 'title' | 'opinion' | 'life' | 'request' | 'hour';

interface Forms {
  readonly statement: Statement;
  /** Words of a folded question. */
  readonly asked: RegExp;
  /** Words or signs of a folded text that states it; absent where no text can. */
  readonly told?: RegExp;
}

const forms: readonly Forms[] = [
  {
    // What came before or after something. "Before 2019" asks for a date, and so does "since".
    statement: 'sequence',
    asked:
      /\b(before(?! \d)|previous|previously|predecessors?|preceded|former|formerly|successors?|succeeded|antes del?(?! \d)|anterior|anteriores|anteriormente|predecesor\w*|precedio|sucesora?|avant(?! \d)|precedente?s?|predecesseur\w*|ancien|ancienne|successeure?|a succede|a remplace|antes d[oa](?! \d)|antecessora?|sucessora?|sucedeu|abans del?(?! \d)|predecessora?|successora?)\b/,
    told: /\b(renamed|originally|rebautiz\w+|renombr\w+|rebaptis\w+|before|previous|previously|predecessors?|preceded|former|formerly|earlier|prior|until|then|after|afterwards|following|followed|later|successors?|succeeded|replaced|replaces|antes|anterior|anteriores|anteriormente|predecesor\w*|previa|previo|hasta|luego|despues|tras|posterior|sucesora?|sucedio|sucede|reemplazo|avant|precedente?s?|auparavant|predecesseur\w*|ancien|ancienne|jusqu|puis|apres|ensuite|suivie?|successeure?|succede|remplace)\b/,
  },
  {
    // That something was called off, ended or failed.
    statement: 'ending',
    asked:
      /\b(refus(?:ed?|es|er|a|aron|ou|ee|ees|o)|rehus\w+|dissol(?:ved?|u|us|ue|ues|veu)|disolv\w+|dissout\w*|expell?\w+|expuls\w+|abandon(?:ed|o|aron|ne|nee|nes|ou)|withdrew|retirado|bankrupt\w*|cancel+ed|called off|postponed|abolished|rejected|dismissed|fired|resign(?:ed)?|failed|cancelad[oa]s?|cancelo|suspendid[oa]s?|aplazad[oa]s?|pospuest[oa]|rechazad[oa]s?|despedid[oa]s?|dimitio|dimision|fracaso|annulee?s?|reportee?s?|supprimee?s?|rejetee?s?|licenciee?s?|demissionne\w*|echoue|adiad[oa]s?|rejeitad[oa]s?|demitiu|cancel\S?lad[ao]s?|ajornad[ao]s?|rebutjad[ao]s?)\b/,
    told: /\b(refus\w+|rehus\w+|dissol\w+|disolv\w+|dissout\w*|expel\w+|expuls\w+|abandon\w+|withdr\w+|retir\w+|bankrupt\w*|cancel\w*|called off|postpone\w*|abolish\w*|reject\w*|dismiss\w*|fired|resign\w*|fail\w*|suspen\w+|aplaz\w+|pospuest\w+|rechaz\w+|despedid\w+|dimi\w+|dej[oa]\w*|fracas\w+|annul\w+|report(?:e|ee|es|ees)|supprim\w+|rejet\w+|licenci\w+|demission\w*|quitt\w+|echou\w+|left|ceased?|ended|stepped)\b/,
  },
  {
    statement: 'title',
    asked:
      /\b(what (?:is|was|are|were) the (?:exact |full )?titles?|(?:cual|cuales) (?:es|era|fue|son) (?:el|los) titulos?|que titulo|quels? (?:est|etait|sont) les? titres?|qual (?:e|era|foi) o titulo|quin (?:es|era) el titol)\b/,
    told: /[“”«»"]|\b(?:titled|entitled|called|named|titula\w*|llamad[oa]|llama|denominad[oa]|intitule\w*|appele\w*|nomme\w*)\b/,
  },
  {
    statement: 'opinion',
    asked:
      /\b(what do you think|your (?:own )?opinion|do you (?:like|agree|believe)|que (?:te parece|opinas|opina usted|piensas|crees)|tu opinion|su opinion sobre|que (?:penses? tu|pensez vous|en penses|en pensez)|ton avis|votre avis|o que (?:achas?|pensas?)|que en penses|que opines)\b/,
  },
  {
    // What belongs to somebody's own life. An association is born too, when it is founded.
    statement: 'life',
    asked:
      /\b((?:what|which|que|quel) (?:political )?part(?:y|ido|i)|religions?|religious|born|birth(?:day|place|date)?|married|wife|husband|spouse|hobb(?:y|ies)|(?:did|does|do) (?:[\p{L}’'-]+ ){1,4}(?:study|live)\b|(?:how many|any|have) (?:children|kids|siblings)|nacio|nacieron|nacid[oa]s?|nacimiento|cumpleanos|esta casad[oa]|esposa|marido|donde (?:vive|estudio)|cuantos hijos|(?:est|etait|etaient) nee?s?|naissance|anniversaire de naissance|mariee?|epouse|epoux|ou (?:habite|vit|a etudie)|combien d[e’' ]+(?:enfants|freres|soeurs)|nasceu|nascimento|casad[oa]|quantos filhos|va neixer|naixement|quants fills)\b/u,
    told: /\b(party|partido|parti|religi\w+|born|birth\w*|married|wife|husband|spouse|hobb\w+|studi\w+|lives?|children|kids|founded|founding|established|created|began|nacio|nacid[oa]s?|nacimiento|casad[oa]|espos[oa]|marido|vive|estudi\w+|hij[oa]s|fund\w+|cread[oa]s?|creo|nee?s?|naissance|mariee?|epou\w+|habite|vit|etudie\w*|enfants|fond(?:e|ee|es|ees|ation|ateurs?)|creee?s?|creation)\b/,
  },
  {
    statement: 'hour',
    asked:
      /\b(what time|(?:at|from) what hour|opening (?:hours|times)|office hours|a que hora|que horario|horarios? de|a quelle heure|quelle heure|quels horaires|horaires d|a que horas?|a quina hora|quin horari)\b/,
    told: /\d{1,2} ?[:.h] ?\d{2}|\b\d{1,2} ?(?:am|pm|h|heures?|horas)\b|\b(?:noon|midday|midnight|mediodia|midi)\b/,
  },
  {
    // Something to be done, which is no question.
    statement: 'request',
    asked:
      /\b(?:(?:can|could|will|would) you|please|i (?:want|need) you to|i d like you to) (?:please |kindly )?(?:book|reserve|translate|write|draft|compose|order|buy|pay|remind|schedule|fill in|cancel|delete|call|email|(?:register|enrol|sign|subscribe) (?:me|us|my|our)|send an? (?:email|message|letter))\b|^[^\p{L}]*(?:book|reserve|translate|write|draft|compose|order|buy|remind|schedule) (?:me|us|my|our|an?|the|this|that|it)\b|\b(?:puedes?|podrias?|quiero que|necesito que|por favor|pueden|podrian) (?:por favor )?(?:(?:me|nos|le) )?(?:reserv|traduc|traduzc|escrib|redact|compr|pag(?:ar|ue)|inscrib|apunt|record|agend|cancel(?:ar|e)|llam(?:ar|e)|borr)\w*|^[^\p{L}]*(?:reserva|traduce|traduzca|escribe|escriba|redacta|redacte|inscribe|inscriba|apunta|apunte|compra|compre|recuerda|recuerde)(?:me|nos)\b|^[^\p{L}]*(?:traduce|traduzca|redacta|redacte|escribe|escriba) |\b(?:(?:pouvez|pourriez)[- ]vous|(?:peux|pourrais)[- ]tu|merci de|veuillez|s[’' ]il vous plait) (?:(?:me|nous|m|l|le|la) ?[’']?)?(?:reserv|tradui|ecri[rv]|redig|achet|pay|inscri|rappel|command|annul|appel)\w*|^[^\p{L}]*(?:reservez?|traduis(?:ez)?|ecri(?:s|vez)|redigez?|inscri(?:s|vez)|achetez?|rappel(?:le|ez))(?:[- ](?:moi|nous)\b| )|\b(?:pode|podes|poderia|pots|podries|podeu) (?:me )?(?:reserv|tradu|escr[ei]|redig|compr|pag|inscr)\w*/u,
  },
];

/** What a folded question asks for that a text has to state in so many words. */
export function askedStatements(folded: string): readonly Forms[] {
  return forms.filter(({ asked }) => asked.test(folded));
}

/** Tells whether a folded text states what is asked. */
export function states({ told }: Forms, folded: string): boolean {
  return told?.test(folded) ?? false;
}
