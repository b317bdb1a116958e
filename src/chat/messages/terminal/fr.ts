import type { TerminalMessages } from './en.ts';

export const terminal: TerminalMessages = {
  instructions: 'Écrivez une question, ou le numéro d’une suggestion. /help · /lang en|es|fr · /quit',
  languageSet:
    'Désormais, je vous écris en français. Une question posée dans une autre langue que j’écris reçoit sa réponse dans cette langue.',
  goodbye: 'Au revoir.',
  formKeys:
    'Répondez champ par champ. Une ligne vide conserve ce qui est entre crochets, un seul - le vide ; /cancel abandonne.',
  formProblems: 'Seul ce qui demande votre attention est redemandé ; le reste est conservé.',
  textKeys: 'Plusieurs lignes ; une ligne avec un seul point (.) termine le texte.',
  choiceKeys: 'Écrivez un numéro.',
  choicesKeys: 'Écrivez des numéros séparés par des virgules.',
  switchKeys: 'Écrivez oui ou non.',
  yes: 'oui',
  no: 'non',
  required: 'obligatoire',
  notAChoice: (value, count) => `« ${value} » ne fait pas partie des choix. Veuillez écrire un numéro de 1 à ${count}.`,
  notYesOrNo: (value) => `« ${value} » n’est ni oui ni non. Veuillez écrire l’un des deux.`,
  cancelled: 'Abandonné. Rien n’a été envoyé.',
  formElsewhere:
    'Il faut pour cela une personne au clavier. Sinon, écrivez l’annonce dans un fichier markdown et lancez : npm run announce -- fichier.md',
  fileKeys: 'Saisissez le chemin d’un fichier.',
  fileKept: 'le fichier lu',
  fileMissing: (path) =>
    `Il n’y a pas de fichier « ${path} ». Veuillez vérifier le chemin ; il part du dossier dans lequel le programme tourne.`,
  fileUnreadable: (path) =>
    `Le fichier « ${path} » ne peut pas être lu. Ce doit être un texte en UTF-8 de 1 Mo au plus, que vous avez le droit de lire.`,
  moreChannels: (count) => `et ${count} de plus`,
};
