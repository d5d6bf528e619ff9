import type { Catalog } from '../speaker.ts';

/** What the review („Übersicht“), the plan and the report say. The installer's properties are „Eigenschaften“. */
export const review: Catalog = {
  Review: 'Übersicht',
  'Your answers': 'Ihre Angaben',
  'The plan in detail': 'Der Plan im Einzelnen',
  'Your answers or the plan': 'Ihre Angaben oder der Plan',
  'Reading the answers': 'Die Angaben werden gelesen',
  'The answers cannot be shown: {reason}': 'Die Angaben können nicht angezeigt werden: {reason}',
  '{check}: overridden by {who}': '{check}: außer Kraft gesetzt von {who}',
  '{count, plural, one {# property is} other {# properties are}} not known for certain':
    '{count, plural, one {# Eigenschaft ist} other {# Eigenschaften sind}} nicht sicher bekannt',
  'The installer may read them differently, or not at all':
    'Das Installationsprogramm liest sie möglicherweise anders oder gar nicht',
  'Notes from the guide': 'Hinweise der Anleitung',

  'What the package asks': 'Was das Paket abfragt',
  'Microsoft does not document which property passes an answer to the installer. For these answers, nobody has published it, or sources disagree. The package itself knows.':
    'Microsoft dokumentiert nicht, über welche Eigenschaft das Installationsprogramm eine Angabe erhält. Für diese Angaben hat sie niemand veröffentlicht, oder die Quellen widersprechen sich. Das Paket selbst kennt sie.',
  'Use what I choose for all installations from this package': 'Meine Auswahl für alle Installationen aus diesem Paket verwenden',
  'The package is not available here.': 'Das Paket liegt hier nicht vor.',
  'Use it': 'Verwenden',
  'Use {property} for {answer}': '{property} für {answer} verwenden',
  'Take back': 'Zurücknehmen',
  '{count, plural, one {The answer is} other {All # answers are}} settled':
    '{count, plural, one {Die Angabe ist} other {Alle # Angaben sind}} geklärt',
  '{count, plural, one {# answer} other {# answers}} would not reach the installer':
    '{count, plural, one {# Angabe würde} other {# Angaben würden}} das Installationsprogramm nicht erreichen',
  '{count, plural, one {# answer} other {# answers}} may not reach it as intended':
    '{count, plural, one {# Angabe erreicht} other {# Angaben erreichen}} es möglicherweise nicht wie gemeint',
  'No dialog of the package asks for this.': 'Kein Dialogfeld des Pakets fragt danach.',
  'The package has none of the names that the sources give.': 'Das Paket kennt keinen der Namen, die in den Quellen stehen.',
  'Settled as <code>{property}</code>{written}, for this package, by {who}.':
    'Geklärt als <code>{property}</code>{written}, für dieses Paket, von {who}.',
  'Settled as <code>{property}</code>{written}, for this installation, by {who}.':
    'Geklärt als <code>{property}</code>{written}, für diese Installation, von {who}.',
  '{control} “{beside}” on {dialog}': '{control} „{beside}“ in {dialog}',
  '{control} on {dialog}': '{control} in {dialog}',
  '{value} as {written}': '{value} als {written}',
  'Is the package on another server?': 'Liegt das Paket auf einem anderen Server?',
  'Run <code>{command}</code> there, and choose the file here.':
    'Führen Sie dort <code>{command}</code> aus, und wählen Sie die Datei hier aus.',
  'Listing of the package': 'Auflistung des Pakets',

  'The plan': 'Der Plan',
  'Reading the plan': 'Der Plan wird gelesen',
  'The plan cannot be shown: {reason}': 'Der Plan kann nicht angezeigt werden: {reason}',
  'Not complete yet': 'Noch nicht vollständig',
  'Still to be answered: {pages}.': 'Noch zu beantworten: {pages}.',
  'Some answers are still missing.': 'Einige Angaben stehen noch aus.',
  '<b>Installs</b> {features}': '<b>Installiert</b> {features}',
  '<b>Installs</b> {features}, as option {option} of the guide':
    '<b>Installiert</b> {features}, als Option {option} der Anleitung',
  'nothing yet': 'noch nichts',
  Property: 'Eigenschaft',
  Value: 'Wert',
  Known: 'Bekannt',
  documented: 'dokumentiert',
  disputed: 'umstritten',
  unknown: 'unbekannt',
  package: 'aus dem Paket',
  'Set by configuration': 'Durch die Konfiguration festgelegt',
  secret: 'geheim',
  Command: 'Befehl',
  "The installer's command line": 'Befehlszeile des Installationsprogramms',
  'Download, without secrets:': 'Ohne geheime Werte herunterladen:',
  JSON: 'JSON',
  'Batch file': 'Batchdatei',
  PowerShell: 'PowerShell',
  Afterwards: 'Danach',
  'The report': 'Der Bericht',
  'Web page': 'Webseite',
  Markdown: 'Markdown',
};
