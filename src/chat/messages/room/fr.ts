import type { RoomMessages } from './en.ts';

export const room: RoomMessages = {
  askAbout: 'Poser la question',
  noText: 'Ce message ne contient aucun texte que je puisse chercher.',
  privateOption: 'Si vous seul voyez la réponse',
  fileOption: 'L’annonce sous forme de fichier markdown, au lieu d’un formulaire',
  commandNames: { ask: 'demander', read: 'lire', help: 'aide', announce: 'annoncer' },
  optionNames: { question: 'question', language: 'langue', private: 'privé', section: 'section' },
  formExpired:
    'Je n’ai plus ce formulaire. Ce que vous aviez écrit figure toujours dans mon message ; veuillez redonner la commande.',
  formIntroduction: 'Veuillez remplir le formulaire partie par partie, dans l’ordre de votre choix, puis l’envoyer.',
  formRemains: 'Ce que vous avez écrit jusqu’ici est conservé.',
  formEmpty: 'encore vide',
  formPart: (part, fields) => `${part}. ${fields}`,
  required: 'obligatoire',
  fileTooLarge: (name, bytes, limit) =>
    `Le fichier « ${name} » fait ${bytes} octets ; j’en accepte jusqu’à ${limit}. Veuillez en joindre un plus court.`,
  fileUnreadable: (name) =>
    `Je n’ai pas pu obtenir de la plateforme le fichier « ${name} ». Veuillez le joindre à nouveau.`,
  followHint:
    'Pour continuer ici, veuillez répondre à mon message ou me mentionner : je ne peux pas lire les autres messages.',
  partLost:
    'Il se peut qu’une partie de cette réponse ne vous soit pas parvenue. Veuillez reposer la question s’il manque quelque chose.',
  reportSent: 'Je vous ai envoyé le rapport par message direct et je l’y tiens à jour.',
  reportNotSent:
    'Je n’ai pas pu vous envoyer de message direct : ce rapport ne change donc plus. La commande des annonces montre l’état le plus récent.',
  stillWorking: 'Je n’ai pas pu terminer à temps. Veuillez réessayer dans un instant.',
  helpful: 'Utile',
  notHelpful: 'Pas utile',
  addComment: 'Ajouter un commentaire',
  commentTitle: 'Votre commentaire',
  commentLabel: 'Qu’est-ce qui manquait, ou qui était faux ?',
  commentHint: 'Le secrétariat le lit, pour améliorer ce que je sais.',
  send: 'Envoyer',
  cancel: 'Annuler',
  close: 'Fermer',
  share: 'Partager dans le canal',
  shared: 'La réponse se trouve maintenant dans le canal.',
  sharedBy: (name: string) => `Partagé par ${name}`,
  cannotShare: 'Je ne peux pas écrire dans ce canal. Veuillez m’y inviter, ou copier la réponse.',
  noLongerThere: 'Ce bouton est trop ancien pour que je sache à quoi il se rapporte. Veuillez reposer votre question.',
  moment: 'Un instant, s’il vous plaît…',
  sentPrivately: 'Je vous ai répondu dans notre conversation directe.',
  openForm: 'Ouvrir le formulaire',
  formWaits: 'Le formulaire est prêt. Il n’a pas pu s’ouvrir de lui-même ; veuillez utiliser le bouton.',
  formReceived: 'Bien reçu. Vous trouverez le résultat dans notre conversation directe.',
  tooLongForForm: (label: string, length: number, limit: number) =>
    `${label} : ce texte compte ${length} caractères, et le formulaire en contient ${limit}. Il reste tel quel ; pour le modifier, veuillez utiliser la page web ou un fichier.`,
  yourTime: 'Dans votre fuseau horaire :',
  everyoneNotified: 'Toutes les personnes du canal sont averties.',
  previewOf: (platform: string, language: string, channels: string) => `${platform}, ${language} : ${channels}`,
  restElsewhere: 'Tout ne tient pas dans un seul message. La page web montre l’ensemble.',
  homeTitle: 'Assistant de Metropolis',
  homeHow: 'Écrivez-moi dans l’onglet « Messages », mentionnez-moi dans un canal ou utilisez la commande /ask.',
  promptsTitle: 'Que souhaitez-vous savoir ?',
};
