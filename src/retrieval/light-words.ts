import { questionLanguages, type QuestionLanguage } from './stop-words.ts';

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/**
 * Words in which people ask but in which texts rarely answer: they say what kind of thing is wanted ("which year", "qué
 * tipo de"), or say very little ("made", "existe"). On the public question sets most of them are missing from the
 * passage that answers in more than six of ten questions. They count for less, but they do count.
 */
const lightWords: Readonly<Record<QuestionLanguage, readonly string[]>> = {
  en: words(`type types kind kinds sort name names named called call term term take takes took taken make makes made long
    typically part parts place places within according another often commonly happen happens happened come comes
    came go goes went give gives gave given thing things way ways year years date day number amount many people person
    persons exactly currently now please know find want need like look looking information info details detail
    question tell explain describe mean means meaning definition exist exists existing use used uses using able
    say says said called both one ones other others today latest last recent actual actually real big large great new
    start started begin began end ended percentage share total held hold holds done main general different various
    include includes included concerning regarding related`),
  es: words(`tipo tipos clase clases nombre nombres llama llaman llamaba llamada llamado termino ano anos fecha dia lugar
    lugares otro otra otros otras persona personas gente junto ademas porcentaje numero cantidad total hacer hace hecho
    hecha hechas hechos toma tomar parte dar dio da dado pasa paso pasada ocurre ocurrio necesita necesito quiero
    quisiera saber conocer buscar busco informacion datos detalle detalles pregunta decir dice dijo explica explicar
    significa existe existen usa usan usar actual actualmente ahora hoy ultimo ultima nuevo nueva gran grande
    principal general diferentes uno mismo llevo llevan sirve empezo empieza termina termino exactamente`),
  fr: words(`type types sorte genre nom noms appelle appelee nomme nommee annee annees an ans date jour lieu lieux endroit
    autre autres personne personnes gens nombre quantite pourcentage total trouve trouver trouvent existe existent
    utilise utiliser prend prendre pris donne donner passe savoir connaitre cherche chercher voudrais veux veut information
    informations details detail question dire dites explique expliquer signifie actuel actuelle actuellement aujourd
    hui maintenant dernier derniere nouveau nouvelle grand grande principal principale general different differentes
    exactement commence fin partie faire fait compte concerne comme deroule deroulee tenu tenue lors lieu`),
  pt: words(`tipo tipos nome nomes chama chamado termo ano anos data dia lugar outro outra outros pessoa pessoas gente
    percentagem numero quantidade total fazer feito feita toma parte dar deu existe existem usa quero saber informacao
    pergunta dizer significa atual atualmente agora hoje ultimo ultima novo nova grande principal fica`),
  ca: words(`tipus nom noms anomena diu diuen any anys data dia lloc altre altra altres persona persones gent
    percentatge nombre quantitat total fer fet feta pren part donar existeix existeixen vull saber informacio
    pregunta dir significa actual actualment ara avui ultim ultima nou nova gran principal`),
};

const lightWordSets = new Map<QuestionLanguage, ReadonlySet<string>>(
  questionLanguages.map((language) => [language, new Set(lightWords[language])]),
);

/** Tells whether a folded word weighs little in a question. */
export function isLightWord(folded: string, language: QuestionLanguage): boolean {
  return lightWordSets.get(language)?.has(folded) ?? false;
}
