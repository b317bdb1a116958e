import type { EvidenceKind } from './evidence.ts';

/** "Which two cities", "which other country". */
const several = String.raw`(?:(?:two|three|four|five|other|new|member|\d|dos|tres|cuatro|cinco|otras?|otros?|nuevas?|nuevos?|deux|trois|quatre|cinq|autres?|nouvelles?|nouveaux|outras?|duas|dues|altres?) )*`;

/** Forms of questions for the name of a city or country. */
export const placeNameForms = String.raw`(which|what) ${several}(city|country|cities|countries|towns?)|(que|cual|cuales) ${several}(ciudad|pais|ciudades|paises)|quel(le)?s? ${several}(villes?|pays)|(que|qual|quais) ${several}(cidades?|pais|paises)|quin(a|s|es)? ${several}(ciutats?|pais|paisos)`;

/** Offices of people, whose name is asked for with "what is the name of". */
const office = String.raw`(?:the |el |la |le |l |o |a )?(?:president\w*|mayor\w*|maire|alcald\w*|prefeit\w*|batlle\w*|director\w*|direct(?:eur|rice)|secretar\w+ gener\w+|tesorer\w+|treasurer|coordinador\w*|coordinator|head|chief|leader|autor\w*|author|auteur)`;

/** Forms of questions, folded, as regular expressions between word borders; the first kind that matches decides. */
export const kindForms: readonly (readonly [EvidenceKind, string])[] = [
  [
    'email',
    String.raw`e ?mail|mail|correo( electronico)?|courriel|mel|adresse electronique|endereco eletronico|correu`,
  ],
  ['phone', String.raw`phone|telephone|tel|telefono|telefon|telefone|fax`],
  [
    'address',
    String.raw`postal address|street|(?<!(?:web|internet|site) )address|direccion(?! (?:web|de internet|del sitio))|(?<! s )adresse(?! (?:web|internet|du site|url))|adreca(?! web)|endereco(?! (?:web|na internet))|calle|rue|post ?code|zip`,
  ],
  [
    'age',
    String.raw`how old|que edad|cuantos anos tiene|quel age|que idade|quants anys te|quantos anos tem|(the|what) age of|l age de|(la|que) edad de|a idade de|l edat de`,
  ],
  [
    'money',
    String.raw`how much ((\w+ )?(money|cash|funding)|does|do|is|was|were)|how much .* (costs?|pay|pays|paid|earns?|earned)|in (euros|dollars)|en (euros|dolares|dollars)|em euros|(amount|sum) of money|what amount|que (importe|cantidad de dinero)|quelle somme|quel montant|what (is|was) the (\w+ ){0,2}(salary|budget|fee|fees|dues|price|cost)|cuanto (cuesta|cuestan|costo|costaron|costaba|dinero|gana|cobra|pagan?)|cual (es|fue|era) el (presupuesto|sueldo|salario|precio|coste|costo)|cual (es|fue|era) la cuota|combien (coute|coutent|a coute|ont coute|d argent|gagne|paie|paient)|quel (est|etait) le (budget|salaire|prix|cout|tarif|montant)|quelle est la cotisation|cuanto (se )?(paga|pagan|pago|pagaron|ganan|cobran|vale|valia|aporta|aporto)|combien (ca )?(vaut|rapporte|paye|payent|verse|versent)|combien (a|ont) (paye|verse|rapporte)|combien (doit|faut il|peut) (\w+ )?(payer|verser)|quanto (custa|custam|custou|paga|pagam|pagou|ganha|ganham|recebe|cobra|vale)|qual (e|foi|era) o (orcamento|salario|preco|custo|valor)|quant (costa|costen|va costar|cobra|cobren|guanya|guanyen|paga|paguen|val|valen|s ha de pagar)|quants (diners|euros)|quanto dinheiro|cuanta plata|quin (es|era) el (pressupost|sou|preu|cost)|what (does|do|did|would) .* (cost|earn|charge)`,
  ],
  [
    'frequency',
    String.raw`how often|cada cuanto|con que frecuencia|a quelle frequence|tous les combien|com que frequencia|amb quina frequencia`,
  ],
  [
    'duration',
    String.raw`how long (did|does|do|is|was|were|will|has|had|can|ago)|how much time|cuanto tiempo|cuanto (dura|duro|duraba|durara)|combien de temps|quanto tempo|quanto (dura|durou)|quant (de )?temps|quant (dura|va durar)`,
  ],
  [
    'number',
    String.raw`how (many|much|big|large|long|far)|cuant[oa]s?|combien|quant[oa]s?|quants|quantes|quant|percentage|porcentaje|pourcentage|percentatge|percentagem|proporcion|proportion|(numero|number|nombre) de|number of|nombre d|(what is|whats|what s) the (population|area|surface|length)|cual es la (poblacion|superficie|longitud)|que (poblacion|superficie) tiene|quelle est la (population|superficie|longueur)|qual e a (populacao|superficie|area)|quina es la (poblacio|superficie)`,
  ],
  [
    'link',
    String.raw`website|(web|internet|site) address|direccion (web|de internet|del sitio)|adresse (web|internet|du site|url)|adreca web|endereco (web|na internet)|web (site|page)|webpage|url|(sitio|pagina) web|site (web|internet|oficial|officiel)|lien vers|enlace|link to|(download|registration|direct) link|(what|which) is the link|(quel|cual|donde) (est|es|esta) (le|el) (lien|enlace|link)|lien (de|pour)|enlace (de|para)|where .* (online|on the (internet|web))|donde .* en (linea|internet|la web)|ou .* (en ligne|sur internet)|lloc web|pagina oficial|la web|web de (la|el|l|las|los)`,
  ],
  [
    'date',
    String.raw`when|cuando|quand|quando|quan|(what|which) (year|date|day|month)|(que|en que) (ano|fecha|dia|mes)|quelle (annee|date)|quel (jour|mois)|que (data|dia|ano)|quin (any|dia)|quina data|since when|desde cuando|depuis quand|dates?|fechas?`,
  ],
  ['place', String.raw`where|donde|adonde|ou|onde|on|${placeNameForms}`],
  ['agent', String.raw`who (is|was|are|were|s) behind|quien (esta|estaba) detras|qui (est|etait) derriere`],
  [
    'person',
    String.raw`who (is|was|are|were|s)|whose|(?:what is the name of|como se llaman?|cual es el nombre del?|comment s appellent?|quel est le nom d[eu]|com es diu|como se chama|qual e o nome d[oa]) ${office}|quien (es|era|fue|son|eran|fueron)|quienes (son|eran|fueron)|qui (est|etait|sont|etaient|es(?! (?:va|van|fa|pot|poden) )|era|va ser|son|eren)|c est qui|quem (e|foi|era|sao)|(?<=^ )${office} (?:of|de|del|du|d|do|da)(?! (?:the|la|el|le|l) )`,
  ],
  [
    'agent',
    String.raw`who|whom|quien|quienes|qui|quem|lequel|laquelle|(which|what) (body|bodies|organ|entity|office|organi[sz]ations?|institutions?|foundation|agency|institute|university|union|networks?|partners?)|que (socios|organo|entidad|oficina|red|redes|institucion|instituciones|organizacion|organizaciones|fundacion|organismo|agencia|instituto|universidad|union)|quel(le)?s? (organe|entite|instance|partenaires?|reseaux?|institutions?|organisations?|fondation|organisme|agence|institut|universite|union)|quina (agencia|institucio|entitat|organitzacio)|que (orgao|entidade|agencia|instituicao)`,
  ],
  [
    'name',
    String.raw`name the|what (is|are) the names?|como se llaman?|cual es el nombre|cuales son los nombres|comment s appellent?|quel est le nom|com es diu|qual e o nome|(which|what) (two |three )?(winners?|mayors?|people|members)|que (dos |tres )?(ganador|ganadores|alcaldes|miembros)|quel(le)?s? (deux |trois )?(laureats?|maires?|membres)`,
  ],
  [
    'topic',
    String.raw`(what|which) (theme|topic|topics|subject|motto)|(what|which) .* about|de que (iba|iban|trata|tratan|trato|va|habla|hablo)|de quoi (parle|parlait|parlent|s agit|traite|traitait)|sur quoi porte|(que|cual(es)?( fue| es| era)?( el| los)?) (tema|temas|lema|asuntos)|quel(s)? (theme|sujet|themes|sujets)|quel (est|etait) le theme|what (is|was) the (theme|topic)|de que tracta`,
  ],
  [
    'reason',
    String.raw`why|for what reason|por que|para que|con que (fin|proposito|objetivo)|pourquoi|dans quel but|a quoi (sert|servi)|per que|what (is|was) the (point|purpose|aim|goal)`,
  ],
  [
    'definition',
    String.raw`what (is|are|s)|que (es|son)|en que consiste|qu est ce qu[ei]?|c est quoi|que sont|o que (e|sao)|que vol dir|what does|que significa|que signifie|que veut dire|definition|definicion`,
  ],
];

/** "For whom", "à qui": these ask for an audience, which need not have a name. */
export const audienceForms = String.raw`(to|for|on) whom|who (can|may|could|is allowed|is entitled|attends?|attended|benefits)|(quien|quienes) (puede|pueden|podia|podian|asiste|asisten|acude|acuden)|sobre quien(es)?|qui (peut|pouvait|a le droit|pot)|sur qui|quem pode|sobre quem|sobre qui|who (is|are) .* for|(para|a) quien(es)?|(a|pour) qui|para quem|a qui|per a qui`;

/** Forms of questions for all of several things. */
export const listForms = String.raw`who (are|were)|quienes|cuales( son)?|qui sont|quel(le)?s sont|quem sao|quais|quins|quines|list( of)?|name the|lista|liste|what are the|(which|what) (cities|members|countries|mayors|partners|tools|networks|topics|institutions|projects|organi[sz]ations|people|services|figures)|que (ciudades|miembros|paises|alcaldes|socios|herramientas|temas|instituciones|proyectos|redes|servicios|personas|copresidentes)|quels|quelles`;

/** Words with which people ask for what is to come, folded. */
export const nextForms = String.raw`next|upcoming|proxim[oa]s?|venider[oa]s?|prochaine?s?|els? propers?|la propera|les properes`;

/** Question words, by which misspelt ones ("wen", "qaundo") are recognised. */
export const questionWords = new Set(
  'what when where which whose often cuando donde quien quienes cual cuantos cuantas combien quand comment quelle quando quem onde quantos quantas quantes'.split(
    ' ',
  ),
);
