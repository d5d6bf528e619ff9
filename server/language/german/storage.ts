import type { Catalog } from '../catalog.ts';

/** Why what is kept cannot be reached or written at the moment, as a reply tells it. A data folder is a „Datenordner“. */
export const storage: Catalog = {
  'The database {place} cannot be reached at the moment.': 'Die Datenbank {place} ist derzeit nicht erreichbar.',
  'Nothing is lost: a service that runs goes on by itself once it is there again.':
    'Es ist nichts verloren: Ein laufender Dienst arbeitet von selbst weiter, sobald sie wieder da ist.',
  'The database {place} has no connection to give.': 'Die Datenbank {place} hat keine freie Verbindung.',
  'Allow it more, or this service fewer (databaseConnections).':
    'Lassen Sie dort mehr zu oder für diesen Dienst weniger (databaseConnections).',
  'The disk of the database {place} is full.': 'Der Datenträger der Datenbank {place} ist voll.',
  'The disk of {place} is full.': 'Der Datenträger von {place} ist voll.',
  'Nothing is lost: make room, and it goes on by itself.':
    'Es ist nichts verloren: Schaffen Sie Platz, und der Dienst arbeitet von selbst weiter.',
  'The database {place} takes no writing.': 'In die Datenbank {place} kann nicht geschrieben werden.',
  'Connect to the one that does, not to a copy of it that only reads.':
    'Stellen Sie die Verbindung zu derjenigen her, die es zulässt, nicht zu einer schreibgeschützten Kopie.',
  'The database {place} says that its data are damaged.': 'Die Datenbank {place} meldet, dass ihre Daten beschädigt sind.',
  'Restore it from a backup.': 'Stellen Sie sie aus einer Sicherung wieder her.',
  'A newer version of mim-setup serves the database {place} now, and this one no more.':
    'Die Datenbank {place} wird jetzt von einer neueren Version von mim-setup verwendet und von dieser nicht mehr.',
  'Send the request to the newer one, and stop this one.': 'Senden Sie die Anforderung an die neuere, und beenden Sie diese.',
  'The database {place} cannot be opened.': 'Die Datenbank {place} kann nicht geöffnet werden.',
  'See that the folder and its disk are there, and that no limit of open files is reached.':
    'Prüfen Sie, ob der Ordner und sein Datenträger vorhanden sind und ob die Höchstzahl offener Dateien erreicht ist.',
  'The database {place} is locked by another program, such as a virus scanner or a backup.':
    'Die Datenbank {place} ist von einem anderen Programm gesperrt, etwa einem Virenscanner oder einer Sicherung.',
  'It is tried again; exclude the data folder there.': 'Der Versuch wird wiederholt; schließen Sie den Datenordner dort aus.',
  'The database {place} cannot be written.': 'In die Datenbank {place} kann nicht geschrieben werden.',
  'See to the permissions of the file and its folder, and to its disk.':
    'Überprüfen Sie die Berechtigungen der Datei und ihres Ordners sowie den Datenträger.',
  'The database {place} is damaged.': 'Die Datenbank {place} ist beschädigt.',
  'Stop the service, keep a copy of the folder, and put back a backup with "mim-setup restore".':
    'Beenden Sie den Dienst, bewahren Sie eine Kopie des Ordners auf, und stellen Sie mit „mim-setup restore“ eine Sicherung wieder her.',
  'Another mim-setup has taken the database {place}, whose lock.db was deleted, moved or lost.':
    'Ein anderes mim-setup hat die Datenbank {place} übernommen, deren lock.db gelöscht, verschoben oder verloren wurde.',
  'This one has stopped writing to it: talk to the other, and stop this one.':
    'Dieses schreibt nicht mehr hinein: Wenden Sie sich an das andere, und beenden Sie dieses.',
};
