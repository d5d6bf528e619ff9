import type { Catalog } from '../catalog.ts';

/** What the first file of a collection („Sammlung“) says of the others, and of itself. */
export const collection: Catalog = {
  'A collection of mim-setup, for whoever helps': 'Sammlung von mim-setup für alle, die weiterhelfen',
  Name: 'Name',
  Mode: 'Modus',
  '{status}, at {page}, revision {revision}': '{status}, Seite {page}, Revision {revision}',
  Collected: 'Gesammelt',
  '{moment} by mim-setup {version}': '{moment} von mim-setup {version}',
  'Passwords, client secrets and tokens are left out of it: answers have a placeholder for each, the journal says only that one was kept, and the logs have them masked.':
    'Kennwörter, geheime Clientschlüssel und Token sind nicht darin: In den Angaben steht für jeden Wert ein Platzhalter, das Journal vermerkt nur, dass es ihn gibt, und in den Protokollen sind sie unkenntlich gemacht.',
  'The names of servers, accounts, people and addresses are in it.':
    'Die Namen von Servern, Konten, Personen und Adressen sind darin enthalten.',
  'Read it through before you pass it on.': 'Lesen Sie alles durch, bevor Sie es weitergeben.',
  'Its answers, checks, plan and report are told as its journal has them at revision {revision}.':
    'Angaben, Prüfungen, Plan und Bericht entsprechen dem Stand des Journals bei Revision {revision}.',
  'Its answers, checks, plan and report cannot be told: its journal has no state that can be used.':
    'Angaben, Prüfungen, Plan und Bericht fehlen: Das Journal enthält keinen verwendbaren Stand.',
  'In it:': 'Inhalt:',
  'Could not be had:': 'Nicht verfügbar:',
  'It could not be made.': 'Es konnte nicht erstellt werden.',

  'The versions of mim-setup, of its chart and its storage, of Node, and of the systems':
    'Die Versionen von mim-setup, seines Zustandsdiagramms und Speichers, von Node und der Systeme',
  'The configuration of the service that has made this archive; a secret is shown only as set':
    'Die Konfiguration des Diensts, der dieses Archiv erstellt hat; von einem geheimen Wert steht nur da, dass er festgelegt ist',
  'Every step: when it was taken, by whom, and where it led': 'Jeder Schritt: wann, durch wen und wohin er führte',
  'The same, signed; “mim-setup verify” tells whether it was changed':
    'Dasselbe signiert; „mim-setup verify“ zeigt, ob es verändert wurde',
  'Where it is: its page, problems, tasks, and what the installer came to':
    'Der Stand: Seite, Probleme, Aufgaben und das Ergebnis des Installationsprogramms',
  'The answers; a placeholder stands for each secret': 'Die Angaben; für jeden geheimen Wert steht ein Platzhalter',
  'Every check with its last result, and who overrode it':
    'Jede Prüfung mit ihrem letzten Ergebnis und wer sie außer Kraft gesetzt hat',
  'What the answers amount to': 'Was sich aus den Angaben ergibt',
  'The same as a script': 'Dasselbe als Skript',
  'What was installed, and how': 'Was installiert wurde und wie',
  'The installer’s log of attempt {attempt}, redacted':
    'Das Protokoll des Installationsprogramms von Versuch {attempt}, ohne geheime Werte',
};
