/** What can be installed: our name, the installer's feature, the guide's name (guide, Common deployment steps, 6). */
export const features = {
  service: { feature: 'CommonServices', title: 'MIM Service' },
  reporting: { feature: 'FIMReporting', title: 'MIM Reporting' },
  portal: { feature: 'WebPortals', title: 'MIM Portal' },
  registrationPortal: { feature: 'RegistrationPortal', title: 'MIM Password Registration Portal' },
  resetPortal: { feature: 'ResetPortal', title: 'MIM Password Reset Portal' },
} as const;

/** Our name of a feature. */
export type Feature = keyof typeof features;

/** Our names of all features, in the installer's own order. */
export const featureNames = Object.keys(features) as [Feature, ...Feature[]];
