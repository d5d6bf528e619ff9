import type { Catalog } from '../catalog.ts';

/** Why what is reported of an installer that ran elsewhere is not taken. */
export const reportedInstaller: Catalog = {
  'This is the log of an installation of {product}.': 'Das ist das Protokoll einer Installation von {product}.',
  'This is the log of a removal of {product}.': 'Das ist das Protokoll einer Deinstallation von {product}.',
  'This is the log of a repair of {product}.': 'Das ist das Protokoll einer Reparatur von {product}.',
  'This is the log of a change of {product}.': 'Das ist das Protokoll einer Änderung von {product}.',
  'This is the log of a run of the installer of {product}.': 'Das ist das Protokoll eines Installationsprogramms für {product}.',
  'This is the log of a removal.': 'Das ist das Protokoll einer Deinstallation.',
  'This is the log of a repair.': 'Das ist das Protokoll einer Reparatur.',
  'Send that of the installation of the MIM Service and Portal.': 'Senden Sie das der Installation von MIM-Dienst und -Portal.',
  'The exit code {code} says that it succeeded, but the log does not tell which product was installed.':
    'Dem Exitcode {code} nach war es erfolgreich, aber das Protokoll sagt nicht, welches Produkt installiert wurde.',
  'The exit code {code} says that it succeeded, but the log does not tell whether the product was installed or removed.':
    'Dem Exitcode {code} nach war es erfolgreich, aber das Protokoll sagt nicht, ob das Produkt installiert oder entfernt wurde.',
  'The exit code {code} says that it succeeded, but the log tells of a change of a product that was installed already.':
    'Dem Exitcode {code} nach war es erfolgreich, aber das Protokoll berichtet von der Änderung eines Produkts, das schon installiert war.',
  'Send the log of the installation.': 'Senden Sie das Protokoll der Installation.',
  'Where the product is installed now, say so and send this again: installed=true by REST, --installed on the command line, a tick in the browser.':
    'Wenn das Produkt jetzt installiert ist, geben Sie das an, und senden Sie dies erneut: installed=true über REST, --installed auf der Befehlszeile, ein Häkchen im Browser.',
  'The exit code {code} says that it succeeded, and the log that it failed.':
    'Dem Exitcode {code} nach war es erfolgreich, dem Protokoll nach ist es fehlgeschlagen.',
  'Send the exit code and the log of one and the same run.':
    'Senden Sie den Exitcode und das Protokoll von ein und demselben Lauf.',
  'The exit code {code} says that it succeeded, and the log that it had not ended yet.':
    'Dem Exitcode {code} nach war es erfolgreich, dem Protokoll nach war es noch nicht beendet.',
  'Wait for its end, then send its exit code and the whole log.':
    'Warten Sie das Ende ab, und senden Sie dann den Exitcode und das ganze Protokoll.',
};
