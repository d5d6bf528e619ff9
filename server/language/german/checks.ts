import type { Catalog } from '../catalog.ts';

/** What any check may say, and advice that many of them give. */
export const checks: Catalog = {
  'No answer came within {seconds} seconds.': 'Innerhalb von {seconds} Sekunden kam keine Antwort.',
  'See that the other side is well and can be reached, then repeat the check.':
    'Vergewissern Sie sich, dass die Gegenseite ordnungsgemäß läuft und erreichbar ist, und wiederholen Sie dann die Prüfung.',
  'The check itself went wrong.': 'Bei der Prüfung selbst ist ein Fehler aufgetreten.',
  'Repeat it; if it goes wrong again, report it with the service’s log.':
    'Wiederholen Sie sie; wenn der Fehler wieder auftritt, melden Sie ihn mit dem Protokoll des Diensts.',
  'Repeat it, or look by hand: the installer will refuse if it is not as chosen.':
    'Wiederholen Sie sie, oder sehen Sie selbst nach: Das Installationsprogramm lehnt ab, wenn es nicht so ist, wie ausgewählt.',
  'See its own words.': 'Lesen Sie die Begründung.',
  'See the detail.': 'Sehen Sie sich die Einzelheiten an.',
  'Mend that, then check again.': 'Beheben Sie das, und prüfen Sie dann erneut.',
  'Check the name and the port.': 'Überprüfen Sie den Namen und den Port.',
};
