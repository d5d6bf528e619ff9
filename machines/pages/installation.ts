import { defineStage } from './defineScreen.ts';

export const installationScreens = {
  ready: defineStage('ready', {
    title: 'Install Microsoft Identity Manager Service and Portal',
    step: 'Continuation, 11',
    guidance: 'Everything is known that the installation needs. Review the plan; then install, or go back to change something.',
  }),
  installing: defineStage('progress', {
    title: 'Installing Microsoft Identity Manager Service and Portal',
    step: 'Continuation, 11',
    guidance: 'Windows Installer is at work. It takes about ten minutes; deploying the SharePoint solutions is the longest part.',
  }),
  failed: defineStage('failed', {
    title: 'The installation did not succeed',
    step: 'Continuation, 11',
    guidance: 'See what went wrong and what helps. Then try again with the same answers, go back to change some, or give up.',
  }),
  postInstallation: defineStage('tasks', {
    title: 'Post-installation tasks',
    step: 'Post-installation tasks',
    guidance: 'Microsoft Identity Manager is installed. These tasks remain.',
  }),
  finished: defineStage('end', {
    title: 'Installation finished',
    step: 'Post-installation tasks',
    guidance: 'Microsoft Identity Manager Service and Portal is installed, and its closing tasks are done.',
  }),
  cancelled: defineStage('end', {
    title: 'Installation cancelled',
    step: 'Common deployment steps, 2',
    guidance: 'This installation was called off. Begin a new one whenever you like.',
  }),
};
