import type { DeliveryMessages } from './en.ts';

const posted: DeliveryMessages['posted'] = {
  onlyIn: (languageName) => `Cette annonce n’est disponible qu’en ${languageName}.`,
  reminder: {
    '7d': (title) => `Rappel (dans une semaine) : ${title}`,
    '1d': (title) => `Rappel (demain) : ${title}`,
    '1h': (title) => `Rappel (dans une heure) : ${title}`,
  },
  cancelled: (title) => `Annulé : ${title}`,
  changed: (title) => `Changement : ${title}`,
  reinstated: (title) => `Finalement maintenu : ${title}`,
  update: {
    cancelled: 'Cet événement n’a pas lieu.',
    reinstated: 'Cet événement avait été annulé. Il a finalement lieu.',
    time: (before) => `Il a lieu à un autre moment. Il était prévu jusqu’ici : ${before}.`,
    place: (before) => `Il a lieu ailleurs. Il était prévu jusqu’ici : ${before}.`,
    placeKnown: 'Le lieu est désormais connu.',
  },
  when: 'Quand',
  whenCancelled: 'Quand (annulé)',
  where: 'Où',
  link: 'Lien',
  line: (label, value) => `${label} : ${value}`,
  clock: (hour, minute) => (minute === '00' ? `${Number(hour)} h` : `${Number(hour)} h ${minute}`),
  until: ' – ',
};

const problems: DeliveryMessages['problems'] = {
  noText:
    'Il n’y a pas encore de texte. Veuillez écrire un titre et un texte dans une langue au moins : anglais, espagnol ou français.',
  noTitle: (language) => `Le texte en ${language} n’a pas de titre. Veuillez en écrire un, ou vider le texte.`,
  noBody: (language) => `Le titre en ${language} n’a pas de texte. Veuillez en écrire un, ou vider le titre.`,
  tooLong: (length, limit) =>
    `Il y a ${length} caractères et la limite est de ${limit}. Veuillez raccourcir de ${length - limit}.`,
  unknownTextLanguage: (language) =>
    `« ${language} » n’est pas une langue des annonces. Veuillez écrire en anglais (en), en espagnol (es) ou en français (fr).`,
  unknownField: (name, known) => `Le champ « ${name} » n’existe pas. Les champs sont : ${known}.`,
  noAudience: (known) => `Veuillez indiquer qui doit recevoir l’annonce, par l’un de ces publics : ${known}.`,
  unknownAudience: (value, known) =>
    `Le public « ${value} » n’existe pas. Veuillez choisir l’un de ceux-ci, le nom le plus proche d’abord : ${known}.`,
  noAudiences:
    'Il n’y a pas encore de public. Veuillez en faire créer un par la commande « audience », puis réessayer.',
  unknownZone: (value, similar) =>
    `« ${value} » n’est pas un fuseau horaire. Veuillez écrire son nom avec la région et la ville${similar === '' ? ', par exemple Europe/Madrid' : ` ; vous pensez peut-être à ${similar}`}.`,
  unreadableTime: (value) =>
    `Je ne peux pas lire « ${value} » comme une date et une heure. Veuillez écrire par exemple « 2027-10-07 10:00 » ou « demain à 18 h ».`,
  noHour: (value) => `« ${value} » n’indique pas d’heure. Veuillez l’ajouter, par exemple « ${value} 10:00 ».`,
  wrongWeekday: (value, day) =>
    `Dans « ${value} », le jour de la semaine ne correspond pas à la date : ce jour est le ${day}. Veuillez corriger l’un des deux.`,
  ambiguousDate: (value, first, second) =>
    `Dans « ${value} », chacun des deux nombres peut être le mois. Veuillez écrire « ${first} » ou « ${second} ».`,
  skipped: (value, zone, first, second) =>
    `L’heure « ${value} » n’existe pas dans le fuseau horaire ${zone} : les horloges avancent et la sautent. Veuillez écrire « ${first} » ou « ${second} ».`,
  repeated: (value, zone, first, second) =>
    `L’heure « ${value} » revient deux fois dans le fuseau horaire ${zone} : les horloges reculent et la répètent. Veuillez écrire « ${first} » pour la première fois ou « ${second} » pour la seconde.`,
  publishInPast: (moment) =>
    `Ce moment est passé : ${moment}. Veuillez en choisir un plus tard, ou laisser le champ vide pour publier dès la confirmation.`,
  publishAfterEvent: (moment) =>
    `L’événement sera alors terminé. Fin : ${moment}. Veuillez choisir un moment plus tôt pour l’annonce.`,
  eventInPast: (moment) => `Ce moment est passé : ${moment}. Veuillez corriger la date de l’événement.`,
  endBeforeStart: (start) =>
    `La fin n’est pas après le début. Début : ${start}. Veuillez corriger l’un des deux, ou laisser la fin vide.`,
  noStart:
    'Ceci fait partie d’un événement, et l’événement n’a pas de début. Veuillez indiquer quand il commence, ou vider ce champ.',
  linkNotHttps: (value) =>
    `« ${value} » n’est pas une adresse vers laquelle je peux renvoyer. Veuillez en écrire une qui commence par https://.`,
  unknownReminder: (value, known) =>
    `« ${value} » n’est pas un rappel. Veuillez choisir parmi ${known} (7 jours, 1 jour, 1 heure avant l’événement).`,
  reminderWithoutEvent:
    'Il ne peut y avoir de rappels que pour un événement. Veuillez indiquer quand il commence, ou retirer les rappels.',
  reminderTooLate: (reminder, possible) =>
    `Le rappel ${reminder} arriverait avant l’annonce elle-même. ${possible === '' ? 'Il est trop tard pour un rappel : veuillez le retirer.' : `Encore possible : ${possible}.`}`,
  cancelledWithoutEvent:
    'Seul un événement peut être annulé, et il n’y en a pas ici. Veuillez indiquer quand il devait commencer, ou vider ce champ.',
  notYesOrNo: (value) => `« ${value} » n’est ni true ni false. Veuillez écrire l’un des deux.`,
  unknownMissing: (value, possible) =>
    `« ${value} » ne dit pas que faire des canaux dont la langue n’a pas de texte. Veuillez écrire l’une de ces valeurs : ${possible} (« hold » n’y publie rien).`,
  file: {
    tooLarge: (bytes, limit) =>
      `Le fichier a ${bytes} octets et la limite est de ${limit}. Veuillez envoyer l’annonce seule, sans images.`,
    binary:
      'Ce n’est pas un fichier de texte, ou il n’est pas dans le codage UTF-8. Veuillez enregistrer l’annonce comme texte en UTF-8.',
    noFrontMatter:
      'Le fichier ne commence pas par ses données. Veuillez écrire une ligne « --- », puis par exemple « audience: all », puis de nouveau une ligne « --- ».',
    noEnd: 'Les données au début du fichier n’ont pas de fin. Veuillez écrire une ligne « --- » après la dernière.',
    anotherFormat: (format) =>
      `Les données sont marquées comme « ${format} » ; je ne lis que du YAML et n’exécute rien. Veuillez écrire « --- » seul sur la première ligne.`,
    notYaml: (reason) =>
      `Cette ligne des données ne peut pas être lue (${reason}). Veuillez la corriger ; un texte qui contient « :  » se met entre guillemets droits.`,
    notPairs: 'Les données ne sont pas des noms avec des valeurs. Veuillez écrire des lignes comme « audience: all ».',
    unknownKey: (key, known) => `« ${key} » n’existe pas parmi les données. Je connais : ${known}.`,
    notText: (key) =>
      `« ${key} » a besoin d’une seule valeur, comme un mot ou une date. Veuillez l’écrire après le deux-points.`,
    notEvent: 'L’événement a besoin de lignes à lui, en retrait au-dessous : start, end, place, link, cancelled.',
    notList: {
      reminders: 'Les rappels ne sont pas une liste. Veuillez les écrire ainsi : [7d, 1d].',
      topics: 'Les thèmes ne forment pas une liste. Veuillez les écrire ainsi : [climat, logement].',
    },
    textBeforeHeading:
      'Ce texte n’appartient à aucune langue. Veuillez écrire un titre au-dessus, par exemple « # fr: Assemblée générale 2027 ».',
    headingWithoutLanguage: (heading) =>
      `Le titre « ${heading} » n’indique pas de langue. Veuillez écrire « # en: … », « # es: … » ou « # fr: … » ; les titres à l’intérieur d’un texte commencent par « ## ».`,
    unknownLanguage: (language) =>
      `« ${language} » n’est pas une langue des annonces. Veuillez écrire « # en: … », « # es: … » ou « # fr: … ».`,
    languageTwice: (language, line) =>
      `Il y a déjà un texte en ${language}, à la ligne ${line}. Veuillez n’en garder qu’un.`,
  },
};

export const delivery: DeliveryMessages = { posted, problems };
