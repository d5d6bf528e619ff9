import type { Catalog } from '../speaker.ts';

/** What stands around the picture of the flow („Ablauf“), and what is told of its past. */
export const flow: Catalog = {
  'The flow': 'Der Ablauf',
  'Drawing the flow': 'Der Ablauf wird gezeichnet',
  'The picture cannot be had just now. Open this tab again.':
    'Das Bild ist gerade nicht verfügbar. Öffnen Sie diese Registerkarte erneut.',
  'The picture. Arrow keys move it, plus and minus enlarge and reduce it, zero fits it.':
    'Das Bild. Die Pfeiltasten verschieben es, Plus und Minus vergrößern und verkleinern es, Null passt es ein.',
  'Find a screen': 'Seite suchen',
  'No such screen': 'Keine solche Seite',
  '{at} of {count}; Enter for the next': '{at} von {count}; Eingabetaste für die nächste',
  Reduce: 'Verkleinern',
  Enlarge: 'Vergrößern',
  Fit: 'Einpassen',
  'Present state': 'Aktueller Zustand',
  'Full screen': 'Vollbild',
  Play: 'Abspielen',
  Pause: 'Anhalten',
  Revision: 'Revision',
  'Revision {revision} of {last}': 'Revision {revision} von {last}',
  '{revision} of {last}': '{revision} von {last}',
  '{revision}, as it goes': '{revision}, laufend aktualisiert',
  'Step back': 'Schritt zurück',
  'Step on': 'Schritt vor',
  Now: 'Jetzt',
  Event: 'Ereignis',
  Screen: 'Seite',
  'by {who}': 'von {who}',
  'What came with it': 'Einzelheiten',
  'Answers that counted then': 'Angaben, die damals galten',
  'None yet.': 'Noch keine.',
  yes: 'ja',
  no: 'nein',
  '(kept secret)': '(geheim gehalten)',
};
