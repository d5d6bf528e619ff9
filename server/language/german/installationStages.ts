import type { Catalog } from '../catalog.ts';

/**
 * What is said from the review to the end, also where it was only rehearsed. A rehearsal is a „Probelauf“, to rehearse „im Probelauf
 * durchführen“, a closing task an „Abschlussaufgabe“, the plan „Plan“.
 */
export const installationStages: Catalog = {
  'Install Microsoft Identity Manager Service and Portal': 'Microsoft Identity Manager-Dienst und -Portal installieren',
  'Review your answers and the plan.': 'Überprüfen Sie Ihre Angaben und den Plan.',
  'Then install, or go back to change something.': 'Installieren Sie dann, oder gehen Sie zurück, um etwas zu ändern.',
  'Nothing has been changed yet.': 'Bisher wurde nichts geändert.',
  'Then rehearse the installation, or go back to change something.':
    'Starten Sie dann den Probelauf der Installation, oder gehen Sie zurück, um etwas zu ändern.',

  'Installing Microsoft Identity Manager Service and Portal': 'Microsoft Identity Manager-Dienst und -Portal werden installiert',
  'Windows Installer is at work.': 'Windows Installer führt die Installation aus.',
  'It usually takes about ten minutes; deploying the SharePoint solutions is the longest part.':
    'In der Regel dauert sie etwa zehn Minuten; am längsten dauert die Bereitstellung der SharePoint-Lösungen.',
  'Rehearsing the installation': 'Probelauf der Installation',
  'A rehearsed installer is at work.': 'Ein simuliertes Installationsprogramm wird ausgeführt.',
  'It goes through the actions of the real one, and changes nothing.':
    'Es durchläuft die Aktionen des echten Installationsprogramms und ändert nichts.',

  'The installation did not succeed': 'Die Installation war nicht erfolgreich',
  'See what went wrong and what helps.': 'Sehen Sie nach, was fehlgeschlagen ist und was hilft.',
  'Then try again with the same answers, go back to change some, or give up.':
    'Versuchen Sie es dann mit denselben Angaben erneut, gehen Sie zurück, um einige zu ändern, oder brechen Sie ab.',
  'The rehearsed installation did not succeed': 'Der Probelauf der Installation war nicht erfolgreich',
  'Nothing on any computer was changed.': 'Auf keinem Computer wurde etwas geändert.',
  'See what went wrong and what would help.': 'Sehen Sie nach, was fehlgeschlagen ist und was helfen würde.',

  'Post-installation tasks': 'Aufgaben nach der Installation',
  'Microsoft Identity Manager is installed.': 'Microsoft Identity Manager ist installiert.',
  'These tasks remain.': 'Die folgenden Aufgaben bleiben noch zu erledigen.',
  'The rehearsed installer has succeeded; nothing was installed.':
    'Das simulierte Installationsprogramm wurde erfolgreich ausgeführt; installiert wurde nichts.',
  'After a real installation, these tasks remain.': 'Nach einer echten Installation bleiben die folgenden Aufgaben zu erledigen.',

  'Installation finished': 'Installation abgeschlossen',
  'Microsoft Identity Manager Service and Portal is installed.':
    'Microsoft Identity Manager-Dienst und -Portal sind installiert.',
  'Rehearsal finished': 'Probelauf abgeschlossen',
  'The rehearsal is over; nothing was installed.': 'Der Probelauf ist beendet; installiert wurde nichts.',
  'Its closing tasks are done.': 'Die Abschlussaufgaben sind erledigt.',
  '1 closing task failed: {tasks}.': '1 Abschlussaufgabe ist fehlgeschlagen: {tasks}.',
  '{count} closing tasks failed: {tasks}.': '{count} Abschlussaufgaben sind fehlgeschlagen: {tasks}.',
  '1 closing task was skipped: {tasks}.': '1 Abschlussaufgabe wurde übersprungen: {tasks}.',
  '{count} closing tasks were skipped: {tasks}.': '{count} Abschlussaufgaben wurden übersprungen: {tasks}.',

  'Installation cancelled': 'Installation abgebrochen',
  'This installation was called off.': 'Diese Installation wurde abgebrochen.',
  'Begin a new one whenever you like.': 'Sie können jederzeit neu beginnen.',
  'Rehearsal cancelled': 'Probelauf abgebrochen',
  'This rehearsal was called off.': 'Dieser Probelauf wurde abgebrochen.',
};
