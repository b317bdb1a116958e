import { stem } from './stem.ts';
import type { QuestionLanguage } from './stop-words.ts';
import { fold } from './tokenize.ts';

const words = (list: string): readonly string[] => list.split(/\s+/).filter((word) => word !== '');

/**
 * Words of everyday speech in which people put what they ask and for which a text has many others: "get", "montrer". A
 * small corpus holds each of them seldom, which says nothing about how telling they are. They count in all their forms.
 * Each list begins with words of which a study of public question sets found that the passage that answers mostly lacks them.
 */
const everydayWords: Readonly<Record<QuestionLanguage, readonly string[]>> = {
  en: words(`create associate process addition view help thought expression receive entity effort compare relationship
    characterize seek consider notable relation address build involve lose stand feel express declare attribute employ
    able similar want regard purpose run leave try wish instead feature degree stood lost built felt left sent sat
    allow let require achieve arrive choose chose chosen pick decide speak spoke spoken talk discuss learn learnt assist
    act perform handle manage face tackle meet met turn change grow grew grown rise rose fall fell drop raise open
    close shut finish stop continue remain stay last spend spent carry carried walk travel visit return enter listen
    draw drew drawn display stand represent include contain consist cover affect cause result aim plan intend hope
    expect ask reply request demand supply deliver gain obtain enjoy split match fit suit shape produce introduce
    mention refer describe define bring brought buy bought catch caught hear reach kind thing stuff guy folks
    someone person actual proper correct true right wrong easy hard difficult important interesting famous well-known
    possible necessary available ready sure clear simple complete whole full half main chief key early late soon
    quickly fast slow currently formerly recently nowadays ever meanwhile moreover otherwise however therefore
    towards inside outside nearby everywhere somewhere together apart instead rather quite enough only even
    came come went gone gave given took taken made done said told knew known thought kept got gotten put
    purpose point idea reason detail sense view opinion matter issue problem question answer word line page
    thanks welcome please read look check decide collect pull push pass throw wear wait win lead happen belong`),
  es: words(`crear causar organizar describir recibir soler comparar atribuir condicion esfuerzo famoso caracteristica
    dejar necesitar pensar respecto implicar anadir entidad notable inventar cumplir ubicar celebrar pasar tardar mostrar
    resolver expresion obtener obtuvo obtuvieron clasificar pertenecer influir provocar realizar superar sirvio salir accion
    mientras inicial produjo producir usar referir asistir asumir conceder grado ocurrir proposito involucrar venir
    viene vino vinieron convertir fomentar introdujo dar dieron dio hacer hizo hicieron haciendo querer quiso quería
    poder pudo pudieron puedo puede pueden tener tuvo tenga empezar volver sugerir manejar pedir pide piden pidio
    permitir dejar conseguir consigue consiguio lograr tratar intentar llegar ir va van fue elegir elige decidir hablar
    habla contar cuenta decir dijo dice mandar enviar poner puso pone traer trajo llevar sacar saco meter caer cayo subir
    bajar crecer cambiar abrir cerrar acabar terminar seguir sigue continuar quedar permanecer vivir gastar andar
    viajar visitar volver entrar mirar ver vio escuchar oir leer escribir aparecer representar incluir contener
    consistir cubrir afectar resultar buscar planear esperar desear preguntar responder contestar ofrecer entregar
    ganar perder disfrutar compartir dividir unir juntar relacionar encajar servir formar desarrollar explicar
    verdadero correcto facil dificil importante interesante conocido posible necesario disponible listo seguro claro
    sencillo entero medio clave temprano pronto rapido lento recientemente entretanto ademas sino sin embargo bastante
    apenas incluso adentro afuera cerca idea razon sentido vista opinion asunto problema palabra linea pagina
    encargar encarga ocupar ocupa dedicar dedica montar montado estrenar echar tocar toca faltar sobrar caber valer
    parecer parece gustar interesar apetecer acudir acude sentir siente saber supo sabe`),
  fr: words(`creer situer origine consequence evenement epoque temps position present domaine forme raison realiser
    caracteristique considerer cause occuper tete proposer devenir devient devenu travailler terme operation suite
    difference mener condition participer designer caracteriser decider obtenir obtient obtenu posseder action choisir
    objet effet rejoindre rejoint permettre permis evoluer issue acte finir particulier probleme niveau subir provoquer
    concerner parler apporter manquer arreter appuyer situation facteur lancer decouvrir initier proche impliquer evoquer
    perdre perdu exercer contenir contient rendre rendu servir servait sentir souvent rentrer identifier reagir atteindre
    atteint consister retrouver initial partager tomber fournir provenir gerer ensemble relier aller vais va vont
    comparer ressembler refuser connaitre connu determiner commencer depend associer favoriser unique aborder vivre vit
    ouvrir contribuer attribuer demarrer adresser connaissance poursuivre proposition recevoir recu modifier introduire
    ameliorer effectuer acceder demander repondre essayer tenter reussir arriver venir venu vient partir parti laisser
    vouloir voulu veut pouvoir pouvait pouvaient pourrait devoir doit devait dire dit disait mettre mis met prendre pris
    donner tenir tient envoyer porter montrer monter baisser grandir changer fermer terminer continuer rester demeurer
    depenser marcher voyager visiter entrer regarder voir vu ecouter entendre lire lu ecrire apparaitre representer
    inclure couvrir affecter chercher prevoir esperer souhaiter demander offrir livrer gagner profiter diviser unir
    former produire developper expliquer decrire definir mentionner citer vrai correct facile difficile important
    interessant possible necessaire disponible pret sur clair simple entier moitie cle tot tard bientot vite lent
    recemment cependant dehors dedans partout quelque idee sens avis affaire question mot ligne page charger ranger
    sembler falloir plaire suivre suivi occuper sortir sorti juger deranger`),
  pt: words(`criar causar organizar receber comparar atribuir condicao esforco famoso caracteristica deixar precisar
    pensar respeito implicar acrescentar entidade inventar cumprir passar mostrar resolver obter obteve pertencer
    influir provocar realizar superar servir sair acao inicial produzir usar referir assistir assumir conceder grau
    ocorrer proposito vir veio vieram tornar dar deu deram fazer fez fizeram querer quis poder pode puderam ter teve
    comecar voltar sugerir pedir permitir conseguir tratar tentar chegar ir vai vao foi escolher decidir falar contar
    dizer disse mandar enviar por pos trazer trouxe levar tirar meter cair subir descer crescer mudar abrir fechar
    acabar terminar seguir continuar ficar permanecer viver gastar andar viajar visitar entrar olhar ver viu ouvir ler
    escrever aparecer representar incluir conter consistir cobrir afetar buscar procurar planejar esperar desejar
    perguntar responder oferecer entregar ganhar perder partilhar dividir unir juntar relacionar formar desenvolver
    explicar correto facil dificil importante interessante conhecido possivel necessario disponivel pronto claro
    simples inteiro chave cedo logo rapido recentemente alem contudo bastante ideia razao sentido opiniao assunto
    problema palavra linha pagina encarregar ocupar dedicar parecer gostar sentir saber soube sabe`),
  ca: words(`crear causar organitzar rebre comparar atribuir condicio esforc famos caracteristica deixar necessitar
    pensar respecte implicar afegir entitat inventar complir passar mostrar resoldre obtenir pertanyer influir provocar
    realitzar superar servir sortir accio inicial produir usar referir assistir assumir concedir grau ocorrer proposit
    venir ve va tornar donar dona fer fet feia voler volia poder podem pogut tenir tingut comencar suggerir demanar
    permetre aconseguir tractar intentar arribar anar triar decidir parlar explicar dir diu enviar posar portar porta
    treure ficar caure pujar baixar creixer canviar obrir tancar acabar seguir continuar quedar viure gastar caminar
    viatjar visitar entrar mirar veure sentir llegir escriure apareixer representar incloure contenir consistir cobrir
    afectar buscar cercar planejar esperar desitjar preguntar respondre oferir lliurar guanyar perdre compartir dividir
    unir ajuntar relacionar formar desenvolupar correcte facil dificil important interessant conegut possible necessari
    disponible preparat clar senzill sencer clau aviat rapid recentment pero forca idea rao sentit opinio assumpte
    problema paraula linia pagina encarregar ocupar dedicar semblar agradar saber sap`),
};

const everydayStems = new Map<QuestionLanguage, ReadonlySet<string>>();

function stemsOf(language: QuestionLanguage): ReadonlySet<string> {
  let stems = everydayStems.get(language);
  if (stems === undefined) {
    stems = new Set(everydayWords[language].flatMap((word) => [fold(word), fold(stem(word, language))]));
    everydayStems.set(language, stems);
  }
  return stems;
}

/** Tells whether a word is one of everyday speech in any of its forms. */
export function isEverydayWord(
  { folded, lower }: { readonly folded: string; readonly lower: string },
  language: QuestionLanguage,
): boolean {
  const stems = stemsOf(language);
  return stems.has(folded) || stems.has(fold(stem(lower, language)));
}
