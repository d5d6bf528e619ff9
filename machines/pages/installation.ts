import { defineStage } from './defineScreen.ts';

/** What comes after the pages (guide, Continuation, 11, and Post-installation tasks). */
export const installationScreens = {
  ready: defineStage('ready', {
    title: 'Install Microsoft Identity Manager Service and Portal',
    step: 'Continuation, 11',
    guidance: 'Review your answers and the plan. Then install, or go back to change something. Nothing has been changed yet.',
    rehearsed: {
      guidance: 'Review your answers and the plan. Then rehearse the installation, or go back to change something.',
    },
  }),
  installing: defineStage('progress', {
    title: 'Installing Microsoft Identity Manager Service and Portal',
    step: 'Continuation, 11',
    guidance:
      'Windows Installer is at work. It usually takes about ten minutes; deploying the SharePoint solutions is the longest part.',
    rehearsed: {
      title: 'Rehearsing the installation',
      guidance: 'A rehearsed installer is at work. It goes through the actions of the real one, and changes nothing.',
    },
  }),
  failed: defineStage('failed', {
    title: 'The installation did not succeed',
    step: 'Continuation, 11',
    guidance: 'See what went wrong and what helps. Then try again with the same answers, go back to change some, or give up.',
    rehearsed: {
      title: 'The rehearsed installation did not succeed',
      guidance:
        'Nothing on any computer was changed. See what went wrong and what would help. Then try again with the same answers, go back to change some, or give up.',
    },
  }),
  postInstallation: defineStage('tasks', {
    title: 'Post-installation tasks',
    step: 'Post-installation tasks',
    guidance: 'Microsoft Identity Manager is installed. These tasks remain.',
    rehearsed: {
      guidance: 'The rehearsed installer has succeeded; nothing was installed. After a real installation, these tasks remain.',
    },
  }),
  finished: defineStage('end', {
    title: 'Installation finished',
    step: 'Post-installation tasks',
    guidance: 'Microsoft Identity Manager Service and Portal is installed.',
    rehearsed: { title: 'Rehearsal finished', guidance: 'The rehearsal is over; nothing was installed.' },
  }),
  cancelled: defineStage('end', {
    title: 'Installation cancelled',
    step: 'Common deployment steps, 2',
    guidance: 'This installation was called off. Begin a new one whenever you like.',
    rehearsed: { title: 'Rehearsal cancelled', guidance: 'This rehearsal was called off. Begin a new one whenever you like.' },
  }),
};
