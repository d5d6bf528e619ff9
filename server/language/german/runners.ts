import type { Catalog } from '../catalog.ts';

/** What is said of runners: the program on each server is called „Runner“, to enroll one „registrieren“. */
export const runners: Catalog = {
  'The runner {name} was removed.': 'Der Runner {name} wurde entfernt.',
  'Enroll it again under this name, or give the installation to another one.':
    'Registrieren Sie ihn erneut unter diesem Namen, oder übergeben Sie die Installation einem anderen.',
  'It has not come yet.': 'Er hat sich noch nicht gemeldet.',
  'Start mim-setup runner on its server, with the file that holds its code as --token-file.':
    'Starten Sie mim-setup runner auf seinem Server, mit der Datei, die seinen Code enthält, als --token-file.',
  'It is not connected.': 'Er ist nicht verbunden.',
  'What waits for it goes on when it comes: see on {host} that mim-setup runner runs, and reaches this service.':
    'Was auf ihn wartet, wird fortgesetzt, sobald er sich meldet: Prüfen Sie auf {host}, ob mim-setup runner ausgeführt wird und diesen Dienst erreicht.',
  'its server': 'seinem Server',
  'The runner {name} is of version {runner}, and the service of {service}.':
    'Der Runner {name} hat die Version {runner}, der Dienst die Version {service}.',
  'Copy the bundle of {service} to its server, and start it again from there: it keeps its token, and finds what it has begun.':
    'Kopieren Sie das Bundle von {service} auf seinen Server, und starten Sie ihn von dort neu: Er behält sein Token und findet, was er begonnen hat.',
  'There is no runner of this name.': 'Einen Runner dieses Namens gibt es nicht.',
  'GET /api/v1/runners lists them.': 'GET /api/v1/runners führt alle auf.',
  'Enroll it first: mim-setup runner enroll.': 'Registrieren Sie ihn zuerst: mim-setup runner enroll.',
  'Give a name of letters, digits, dots, hyphens and underscores, at most 63.':
    'Geben Sie einen Namen aus höchstens 63 Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen an.',
  'This code was used already, or is too old.': 'Dieser Code wurde bereits verwendet oder ist zu alt.',
  'Ask for another: mim-setup runner enroll.': 'Fordern Sie einen anderen an: mim-setup runner enroll.',
  'A runner that comes with a code makes a token for itself.':
    'Ein Runner, der sich mit einem Code meldet, erzeugt sein Token selbst.',
  'A runner connects here by a WebSocket.': 'Hier verbindet sich ein Runner über einen WebSocket.',
  'A web page cannot connect as a runner.': 'Eine Webseite kann sich nicht als Runner verbinden.',
  'Runners connect at {path}.': 'Runner verbinden sich unter {path}.',
  'A runner must connect over TLS, because secrets are sent to it.':
    'Ein Runner muss sich über TLS verbinden, weil ihm geheime Werte gesendet werden.',
  'Send the token of the runner as "Authorization: Bearer …".': 'Senden Sie das Token des Runners als „Authorization: Bearer …“.',
  'This is neither a runner’s token nor a code that is still valid.':
    'Dies ist weder das Token eines Runners noch ein noch gültiger Code.',
  'This is the token of a runner.': 'Dies ist das Token eines Runners.',
  'It is for a runner’s work, and for nothing else.': 'Es gilt für die Aufgaben eines Runners und für nichts anderes.',
  'This runner was removed.': 'Dieser Runner wurde entfernt.',
};
