import type { Catalog } from '../catalog.ts';

/**
 * The words of the picture of the flow („Ablauf“): what its arrows ask, its legend, and what is told of a node. Events, checks and calls
 * go by their names.
 */
export const flow: Catalog = {
  'The wizard of Microsoft Identity Manager 2016 SP2 Service and Portal':
    'Der Assistent für Dienst und Portal von Microsoft Identity Manager 2016 SP2',
  '{pages} pages, {warnings} warnings, {boxes} error boxes and {choices} choices in {phases} phases ({names}), with {ways} ways between them.':
    '{pages} Seiten, {warnings} Warnungen, {boxes} Fehlermeldungen und {choices} Verzweigungen in {phases} Phasen ({names}), mit {ways} Wegen dazwischen.',
  'Anywhere in the interview': 'Überall vor der Installation',
  'Does "{screen}" show?': 'Wird „{screen}“ angezeigt?',

  page: 'Seite',
  confirmation: 'Bestätigung',
  'error box': 'Fehlermeldung',
  stage: 'Abschnitt',
  end: 'Ende',
  work: 'Vorgang',
  choice: 'Verzweigung',
  anywhere: 'überall',
  check: 'Prüfung',
  checks: 'Prüfungen',
  'choice: does the screen show?': 'Verzweigung: Wird die Seite angezeigt?',
  'way taken': 'gegangener Weg',
  'way not taken': 'nicht gegangener Weg',
  'present state': 'aktueller Zustand',
  'An arrow without a word is gone along by an answer: submit on a page, acknowledge on a warning or an error box. A page asks, judges and checks within; a tick tells how many checks. An arrow with two heads leads back too.':
    'Ein Pfeil ohne Text wird durch eine Angabe gegangen: submit auf einer Seite, acknowledge bei einer Warnung oder Fehlermeldung. Eine Seite fragt, beurteilt und prüft; neben dem Häkchen steht die Zahl der Prüfungen. Ein Pfeil mit zwei Spitzen führt auch zurück.',

  Guide: 'Anleitung',
  Checks: 'Prüfungen',
  Calls: 'Aufrufe',
  'Leads elsewhere': 'Führt anderswohin',
  Within: 'Darin',
  'any screen visited before': 'jede bereits besuchte Seite',
  'at once': 'sofort',
  not: 'nicht',
  Revision: 'Revision',
  at: 'bei',
  'at a state that this version does not have': 'in einem Zustand, den es in dieser Version nicht gibt',
  'waiting for': 'wartet auf',

  otherwise: 'sonst',
  'to a screen before': 'zu einer früheren Seite',
  'begins again': 'beginnt von vorn',
  'has answers': 'hat Angaben',
  'overrides last failure': 'letzter Fehler außer Kraft',
  'sign in failed': 'Anmeldung fehlgeschlagen',
  'subscription not found': 'Abonnement nicht gefunden',
  'application validation failed': 'Anwendung nicht bestätigt',
  'mailbox access failed': 'kein Zugriff auf das Postfach',
  'installs service': 'mit MIM-Dienst',
  'installs reporting': 'mit Reporting',
  'installs service or portal': 'mit MIM-Dienst oder -Portal',
  'installs portal': 'mit MIM-Portal',
  'installs registration portal': 'mit Registrierungsportal',
  'installs reset portal': 'mit Zurücksetzungsportal',
  'reuses database': 'Datenbank wird weiterverwendet',
  'uses application context': 'mit Anwendungskontext',
  'chooses unsupported mail option': 'Mailoption nicht unterstützt',
  'consent granted': 'Zustimmung erteilt',
  'not consent granted': 'Zustimmung nicht erteilt',
  'allows local logon': 'lokale Anmeldung erlaubt',
  'has succeeded': 'ist gelungen',
  'was stopped': 'wurde angehalten',
  'may install at once': 'darf sofort installieren',
  'nothing holds back': 'nichts steht dagegen',
  'runs here': 'läuft hier',
  'knows outcome': 'Ausgang bekannt',
  'was reported': 'wurde gemeldet',
  'ends last task': 'letzte Aufgabe erledigt',
};
