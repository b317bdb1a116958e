/** The languages in which people ask; those in which nothing is written are answered in the nearest. */
export const questionLanguages = ['en', 'es', 'fr', 'pt', 'ca'] as const;

export type QuestionLanguage = (typeof questionLanguages)[number];

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/**
 * Words that only hold a sentence together, folded. The lists are small on purpose: large public ones hold words that
 * members ask about (`year`, `work`, `trabajo`, `monde`).
 */
const functionWords: Readonly<Record<QuestionLanguage, readonly string[]>> = {
  en: words(`a an the of in on at to for from by with without about into onto upon and or but nor as than then that this
    these those it its is are was were be been being am do does did done doing has have had having will would shall
    should can could may might must not no i me my we us our you your he him his she her they them their there here if
    so such any some also too very just up out over please tell us s t d ll re ve m don didn doesn isn aren wasn weren
    what which who whom whose when where why how many much between during while per via each get got`),
  es: words(`el la los las un una unos unas de del al a en con sin por para sobre entre desde hasta hacia segun y e o
    u ni pero sino que como mas menos muy tambien no si se su sus mi mis tu tus nuestro nuestra nuestros nuestras lo
    le les me te nos os yo ella ello ellos ellas usted ustedes nosotros este esta esto estos estas ese esa eso esos
    esas aquel aquella es son era eran fue fueron ser sido siendo soy eres somos esta estan estaba estaban estuvo
    estuvieron estar ha han he hemos habia habian hubo hay haber habra tiene tienen tenia tuvo hace hacen hizo
    hicieron puede pueden puedo podemos favor dime quien quienes cual cuales cuando donde cuanto cuanta cuantos
    cuantas adonde porque ya durante cuyo cuya cuyos cuyas ante tras bajo mediante aun aunque entonces tanto tan sea
    sean sera seran seria serian tengo tenemos tenian tuvieron tendra haya hayan podia podria podrian pudo aqui alli
    ahi mio mia contigo conmigo nosotras`),
  fr: words(`le la les l un une des de du d au aux a en dans par pour avec sans sur sous entre vers chez depuis et ou
    ni mais donc or car que qu qui quoi dont ce c cet cette ces cela ca il elle ils elles on nous vous je j tu me m te
    se s lui leur leurs son sa ses mon ma mes ton ta tes notre nos votre vos y ne n pas plus moins tres aussi si est
    sont etait etaient fut furent ete etre suis sommes etes sera seront ai as avons avez ont avait avaient eu avoir
    aura fait font faire peut peuvent puis pouvons t moi dit svp plait quel quelle quels quelles quand comment combien
    pourquoi lequel laquelle lesquels lesquelles celui celle ceux celles eux soit soient serait auront aurait lors
    durant pendant selon afin ainsi jusque jusqu lorsque lorsqu puisque toi telle tels telles etant ayant eurent eut
    sois ici mien sien seraient toutefois ben pourrait pourraient puisse pouvait pu`),
  pt: words(`o os a as um uma uns umas de do da dos das em no na nos nas ao aos por pelo pela pelos pelas para com
    sem sobre entre desde ate e ou nem mas que como mais menos muito tambem nao sim se seu sua seus suas meu minha
    nosso nossa lhe eu ele ela eles elas voce voces nos este esta isto esse essa isso aquele aquela foi foram e sao
    era eram ser sido esta estao estava tem tinha teve ha havia houve haver pode podem faz fez quem qual quais quando
    onde quanto quanta quantos quantas d dum duma num numa nuns numas deste desta destes destas desse dessa desses
    dessas disso disto daquele daquela daqueles daquelas neste nesta nestes nestas nesse nessa nesses nessas nisso
    nisto naquele naquela nele nela neles nelas dele dela deles delas aquilo aqueles aquelas esses essas estes estas
    meus minhas nossos nossas teu tua teus tuas vosso vossa lhes me te vos mim ti comigo contigo consigo tu pra pro
    seja sejam fosse fossem fui somos sou es eramos sera serao seria seriam sendo estavam esteve estiveram estar estou
    estamos tenho temos tinham tive tivemos tiveram ter tendo tera terao teria hei hao haviam houveram havera posso
    podemos podia podiam puderam poderia poderiam faco fazem fizeram fazia porque pois entao ja ainda la ca aqui ali
    ai so assim tao tanto cujo cuja cujos cujas aonde apos durante sob ante perante atraves favor`),
  ca: words(`el la els les l un una uns unes de del dels d al als a en amb sense per sobre entre des fins i o ni pero
    que com mes menys molt tambe no si es s seva seves meu meva nostre nostra li ho hi jo ell ella ells elles
    nosaltres aquest aquesta aixo aquell es son era eren va van ser estat estan esta te tenen tenia ha han he hi havia
    pot poden fa fan quin quina quins quines qui quan on quant quanta quants quantes perque m t n lo em et ens us ns
    hom vosaltres voste vostes aquests aquestes aquells aquella aquelles allo quals qual meus meves teu teva teus
    teves nostres vostre vostra vostres llur llurs vaig vas vam vau fou foren sigui siguin sera seran seria serien
    sent som soc ets estava estaven estar estic tinc tens tenim teniu tenien tingut tindra tindran tingui hem heu
    havien haver hagut haura hauria puc pots podem podia podria podrien ja aqui alla doncs tan tant aixi durant segons
    sota sino pel pels cadascun sisplau plau`),
};

const functionWordSets = new Map<QuestionLanguage, ReadonlySet<string>>(
  questionLanguages.map((language) => [language, new Set(functionWords[language])]),
);

export function isFunctionWord(folded: string, language: QuestionLanguage): boolean {
  return functionWordSets.get(language)?.has(folded) ?? false;
}

/** The function words of a language, folded. */
export function wordsOf(language: QuestionLanguage): readonly string[] {
  return functionWords[language];
}
