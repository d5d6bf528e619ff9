/** An action of the rehearsed installer, and the features that call for it; without any, it always runs. */
interface Action {
  readonly name: string;
  readonly phase: 'preparing' | 'installing' | 'finishing';
  readonly features?: readonly string[];
  /** What the log says of a failure in it. */
  readonly failure: string;
}

const portals = ['WebPortals', 'RegistrationPortal', 'ResetPortal'];

/** The rehearsed installer, action by action. */
export const installerActions: readonly Action[] = [
  { name: 'CostInitialize', phase: 'preparing', failure: 'Error 2203. The database could not be opened.' },
  { name: 'InstallValidate', phase: 'preparing', failure: 'Error 1606. Could not access a network location.' },
  {
    name: 'InstallInitialize',
    phase: 'preparing',
    failure: 'Error 1925. You do not have sufficient privileges to complete this installation for all users of the machine.',
  },
  {
    name: 'InstallFiles',
    phase: 'installing',
    failure: 'Error 1310. Error writing to file. Verify that you have access to that directory.',
  },
  {
    name: 'ConfigureDatabase',
    phase: 'installing',
    features: ['CommonServices'],
    failure:
      'CustomAction ConfigureDatabase returned actual error code 1603: CREATE DATABASE permission denied in database master.',
  },
  {
    name: 'RegisterService',
    phase: 'installing',
    features: ['CommonServices'],
    failure:
      'Error 1923. Service FIMService could not be installed. Verify that you have sufficient privileges to install system services.',
  },
  {
    name: 'DeploySolutions',
    phase: 'installing',
    features: ['WebPortals'],
    failure:
      'CAQuietExec: Error 0x80070001: A deployment or retraction is already under way for the solution "microsoftidentitymanagement.wsp", and only one deployment or retraction at a time is supported.',
  },
  {
    name: 'ConfigurePortals',
    phase: 'installing',
    features: portals,
    failure: 'CustomAction ConfigurePortals returned actual error code 1603: the application pool could not be created.',
  },
  {
    name: 'StartServices',
    phase: 'finishing',
    features: ['CommonServices'],
    failure:
      'Error 1920. Service FIMService failed to start. Verify that you have sufficient privileges to start system services.',
  },
  { name: 'InstallFinalize', phase: 'finishing', failure: 'Error 1603. A fatal error occurred during installation.' },
];

/** The actions that these features call for, in order. */
export function actionsFor(features: readonly string[]): readonly Action[] {
  return installerActions.filter((action) => !action.features || action.features.some((feature) => features.includes(feature)));
}
