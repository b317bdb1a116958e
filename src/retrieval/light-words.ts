import { questionLanguages, type QuestionLanguage } from './stop-words.ts';

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/**
 * Words in which people ask but in which texts rarely answer: they say what kind of thing is wanted ("which year", "qué
 * tipo de"), or say very little ("made", "existe"). Each list begins with words of which a study of public question sets
 * found that the passage that answers lacks them in more than six of ten questions. They count for less, but they do count.
 */
const lightWords: Readonly<Record<QuestionLanguage, readonly string[]>> = {
  en: words(`all folks type types kind kinds sort name names named called call term take takes took taken make makes made
    long typically part parts place places within according another often commonly happen happens happened come comes
    came go goes went give gives gave given thing things way ways year years date day number amount many people person
    persons exactly currently now please know find want need like look looking information info details detail
    question tell explain describe mean means meaning definition exist exists existing use used uses using able say
    says said both one ones other others today latest last recent actual actually real big large great new start
    started begin began end ended percentage share total held hold holds done main general different various
    concerning regarding related typical certain particular specific case cases moment moments manner manners aspect
    aspects fact facts example examples instance lot bit couple several few every each most mostly mainly roughly
    nearly almost around approximately about altogether overall really already still yet again ever always usually
    normally generally even else then once later earlier before after together alongside along besides behind beyond
    under above across among apart far close near away back off own same such whole entire full everything anything
    something somebody someone anyone nobody everyone put puts set sets keep keeps kept let lets try tries tried
    become becomes became seem seems appear appears appeared provide provides provided offer offers offered bring
    brings brought deal deals dealt concern concerns show shows mention mentions mentioned cite cited list listed
    lists follow follows following think believe hear heard see seen saw possible maybe perhaps hi hello dear thanks
    thank sorry kindly got getting having since until whether either figure figures enough themselves itself himself
    herself good well best better special respective role roles position post job title function two first second third fourth stuff
    often answer answered happening truly currently whats thats fewer less`),
  es: words(`dos primero primera primer segundo segunda tercero tercera cargo cargos puesto puestos rol funcion tipos clase clases nombre nombres llama llaman llamaba llamada llamado termino ano anos fecha dia
    lugar lugares otro otra otros otras persona personas gente junto ademas porcentaje numero cantidad total hacer
    hace hecho hecha hechas hechos toma tomar parte dar dio da dado pasa paso pasada ocurre ocurrio necesita necesito
    quiero quisiera saber conocer buscar busco informacion datos detalle detalles pregunta decir dice dijo explica
    explicar significa existe existen usa usan usar actual actualmente ahora hoy ultimo ultima nuevo nueva gran grande
    principal general diferentes uno mismo llevo llevan sirve empezo empieza termina exactamente cierto cierta ciertos
    ciertas particular especifico caso casos momento momentos manera maneras modo modos aspecto ejemplo ejemplos cosa
    cosas forma formas vez veces algun alguna algunos algunas alguno algo alguien nadie varios varias cada todo toda
    todos todas aproximadamente casi alrededor exacto exacta solo solamente todavia siempre nunca antes despues luego
    aparte cerca lejos dentro fuera misma mismos mismas propio propia propios completo entero posible quizas hola
    gracias buenos buenas dias nuevos nuevas ultimos ultimas llamaban poner pone puso ponen quedar queda quedan lleva
    llevar seguir sigue siguen ofrece ofrecen ofrecer aparece aparecen aparecer figura figuran menciona mencionan cita
    citada citado enumera enumerar enumere nombra trata tratan creo pienso ver ves busca buscan querer quiere quieren
    desea deseo gustaria interesa debe deben hacen hizo ocurren sucede sucedio dijeron cuenta cuentan bien mejor
    especial iba iban daba daban debia debian debera deberan falta faltan quedo resulta resultan ir van vino
    vinieron usara usaran corresponde corresponden permitia permite`),
  fr: words(`deux premier premiere second deuxieme seconde troisieme poste postes role roles fonction numero numeros type types sorte genre nom noms appelle appelee nomme nommee annee annees an ans date jour lieu lieux
    endroit autre autres personne personnes gens nombre quantite pourcentage total trouve trouver trouvent existe
    existent utilise utiliser prend prendre pris donne donner passe savoir connaitre cherche chercher voudrais veux
    veut information informations details detail question dire dites explique expliquer signifie actuel actuelle
    actuellement aujourd hui maintenant dernier derniere nouveau nouvelle grand grande principal principale general
    different differentes exactement commence fin partie faire fait compte concerne comme deroule deroulee tenu tenue
    lors certain certaine certains certaines particulier specifique cas moment moments maniere facon aspect exemple
    exemples chose choses fois quelque quelques plusieurs chaque tout toute tous toutes environ presque exact exacte
    seul seule seulement encore toujours jamais avant apres ensuite deja meme memes propre propres complet entier
    possible bonjour merci salut nouveaux nouvelles derniers dernieres mettre met mis rester reste restent suivre suit
    suivent trouvait offre offrir figure figurent figurer mentionne mentionnee cite citee cites citees indique
    indiquer enumere enumerer liste lister appellent appelait nommer porte portait dit croire pense voir vois veulent
    vouloir souhaite souhaiterais aimerais interesse doit doivent devoir arrive arriver bien mieux special lesquelles
    quiconque faut fallait faudra faudrait devait devaient devra devront devrait permet permettait permettre permettent
    revient reviennent va vont venir vient viennent etais etions poser pose sert servent appartient servir`),
  pt: words(`dois duas primeiro primeira segundo segunda terceiro terceira cargo cargos funcao papel tipo tipos nome nomes chama chamado termo ano anos data dia lugar outro outra outros pessoa pessoas
    gente percentagem numero quantidade total fazer feito feita toma parte dar deu existe existem usa quero saber
    informacao pergunta dizer significa atual atualmente agora hoje ultimo ultima novo nova grande principal fica
    certo certa particular especifico caso casos momento maneira modo aspecto exemplo exemplos coisa coisas forma
    formas vez vezes algum alguma alguns algumas algo alguem ninguem varios varias cada todo toda todos todas
    aproximadamente quase exato exatamente apenas somente sempre nunca antes depois junto perto longe dentro fora
    mesmo mesma mesmos proprio propria completo possivel talvez ola obrigado obrigada bom novos novas ultimos ultimas
    chamam chamava fazendo tomar ficam ficar encontra encontram aparece aparecem mencionado citado lista listar diz
    dizem disse queria gostaria desejo preciso precisa procuro conhecer sabe explica explique conta deve devem uso
    usar utiliza utilizar grandes principais geral diferentes bem melhor
    vai vao vem vieram vir dava devia deviam devera permite permitia falta faltam serve servem`),
  ca: words(`dos dues primer primera segon segona tercer tercera carrec carrecs lloc funcio paper tipus nom noms anomena diu diuen any anys data dia lloc altre altra altres persona persones gent
    percentatge nombre quantitat total fer fet feta pren part donar existeix existeixen vull saber informacio pregunta
    dir significa actual actualment ara avui ultim ultima nou nova gran principal cert certa particular especific cas
    casos moment manera maneres mode aspecte exemple exemples cosa coses forma formes vegada vegades cop algun alguna
    alguns algunes algu ningu diversos diverses cada tot tota tots totes aproximadament gairebe quasi exacte
    exactament nomes sempre mai abans despres juntament prop lluny dins fora mateix mateixa mateixos propi propia
    complet possible potser hola gracies bon bona nous noves ultims ultimes anomenen deia posar queda quedar troba
    troben trobar apareix apareixen figura esmenta citat llista enumera dieu dius voldria vol volen necessito cerco
    busco buscar coneixer sap explica explicar compta cal deu us usar llocs grans principals general diferents be
    millor`),
};

const lightWordSets = new Map<QuestionLanguage, ReadonlySet<string>>(
  questionLanguages.map((language) => [language, new Set(lightWords[language])]),
);

/** Tells whether a folded word weighs little in a question. */
export function isLightWord(folded: string, language: QuestionLanguage): boolean {
  return lightWordSets.get(language)?.has(folded) ?? false;
}
