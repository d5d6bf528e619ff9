import type { Catalog } from '../catalog.ts';

/** Whether mim-setup comes back after a restart, and why not. Windows' Aufgabenplanung and its user rights as German Windows has them. */
export const autostart: Catalog = {
  'Nothing starts the {kind} with this computer: mim-setup autostart install {kind}.':
    'Nichts startet „{kind}“ mit diesem Computer: mim-setup autostart install {kind}.',
  '{where} starts something else: {command}.': '{where} startet etwas anderes: {command}.',
  '{where} starts the program in {folder}, and this one is in {here}.':
    '{where} startet das Programm in {folder}, und dieses liegt in {here}.',
  '{where} works in the data folder {folder}, and not in {wanted}.':
    '{where} arbeitet im Datenordner {folder} und nicht in {wanted}.',
  '{where} runs as {account}, and not as {wanted}.': '{where} wird als {account} ausgeführt und nicht als {wanted}.',
  'The unit {unit}': 'Die Unit {unit}',
  'the unit {unit}': 'die Unit {unit}',
  'The task {task}': 'Die Aufgabe {task}',
  'the task {task}': 'die Aufgabe {task}',

  "The unit {path} can't be read ({code}).": 'Die Unit {path} lässt sich nicht lesen ({code}).',
  'The unit {path} does not say what it starts.': 'Die Unit {path} gibt nicht an, was sie startet.',
  'Write it anew: mim-setup autostart install {kind}.': 'Schreiben Sie sie neu: mim-setup autostart install {kind}.',
  'This computer was not started by systemd, which would have to start it.':
    'Dieser Computer wurde nicht von systemd gestartet, das ihn starten müsste.',
  'The unit is {state}: systemctl enable {kind}.': 'Die Unit ist {state}: systemctl enable {kind}.',
  'not known to systemd': 'systemd nicht bekannt',
  '{path} does not belong to {account}, which it runs as: chown -R {account} {path}.':
    '{path} gehört nicht {account}, unter dem sie ausgeführt wird: chown -R {account} {path}.',
  'There is no {path} any more.': '{path} ist nicht mehr vorhanden.',
  'There is no user {account} on this computer.': 'Auf diesem Computer gibt es keinen Benutzer {account}.',
  'There is no systemd on this computer.': 'Auf diesem Computer gibt es kein systemd.',
  'Have the command started by what starts programs here.': 'Lassen Sie den Befehl von dem starten, was hier Programme startet.',

  'The task is disabled.': 'Die Aufgabe ist deaktiviert.',
  'Enable it in the Task Scheduler.': 'Aktivieren Sie sie in der Aufgabenplanung.',
  'The task is not begun at start-up.': 'Die Aufgabe wird nicht beim Systemstart gestartet.',
  'The task waits until {account} logs on.': 'Die Aufgabe wartet, bis sich {account} anmeldet.',
  'The task does not run with highest privileges, which the installer needs.':
    'Die Aufgabe wird nicht mit höchsten Privilegien ausgeführt, die das Installationsprogramm benötigt.',
  'The task is ended after {time}.': 'Die Aufgabe wird nach {time} beendet.',
  'When it was last begun, Windows refused: {reason}': 'Beim letzten Start hat Windows abgelehnt: {reason}',
  'the password is wrong, or this server may not retrieve that of the managed account (0x8007052E).':
    'Das Kennwort ist falsch, oder dieser Server darf das des verwalteten Kontos nicht abrufen (0x8007052E).',
  'the account is restricted, by its hours or by where it may log on (0x8007052F).':
    'Das Konto ist in seinen Anmeldezeiten oder in den Computern beschränkt, an denen es sich anmelden darf (0x8007052F).',
  'the account is disabled (0x80070533).': 'Das Konto ist deaktiviert (0x80070533).',
  'the account does not have the right "Log on as a batch job" (0x80070569).':
    'Das Konto hat nicht das Recht „Anmelden als Stapelverarbeitungsauftrag“ (0x80070569).',
  'the account is locked (0x80070775).': 'Das Konto ist gesperrt (0x80070775).',
  'there is no such program any more (0x80070002).': 'Dieses Programm ist nicht mehr vorhanden (0x80070002).',
  '{account} is not seen among those that may "Log on as a batch job" on this server.':
    '{account} ist nicht unter denen zu sehen, die auf diesem Server das Recht „Anmelden als Stapelverarbeitungsauftrag“ haben.',
  'See that it may, by itself or by a group; administrators may unless that was changed.':
    'Vergewissern Sie sich, dass das Konto es hat, selbst oder durch eine Gruppe; Administratoren haben es, wenn das nicht geändert wurde.',
  'This server does not know the account {account}.': 'Dieser Server kennt das Konto {account} nicht.',
  '{account} is denied "Log on as a batch job" on this server.':
    '{account} ist auf diesem Server das Recht „Anmelden als Stapelverarbeitungsauftrag“ verweigert.',
  'Take it out of "Deny log on as a batch job" in the local security policy.':
    'Entfernen Sie es in der lokalen Sicherheitsrichtlinie aus „Anmelden als Batchauftrag verweigern“.',
  'No password of {account} is kept, so it cannot sign in to other servers while it runs this way, to SQL Server and the directory among them.':
    'Von {account} ist kein Kennwort gespeichert; das Konto kann sich daher, solange es so ausgeführt wird, nicht bei anderen Servern anmelden, auch nicht beim SQL Server und beim Verzeichnis.',
  'Where the installer has to sign in there, take a group managed service account, whose name ends with $, or SYSTEM.':
    'Wenn sich das Installationsprogramm dort anmelden muss, nehmen Sie ein gruppenverwaltetes Dienstkonto, dessen Name auf $ endet, oder SYSTEM.',
  'It takes a prompt that was opened with "Run as administrator".':
    'Dazu ist eine Eingabeaufforderung nötig, die mit „Als Administrator ausführen“ geöffnet wurde.',
};
