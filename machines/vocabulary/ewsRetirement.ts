/**
 * When Exchange Online retires Exchange Web Services, through which the MIM Service reads its mailbox: message center MC1227454, and
 * the Exchange team's posts "Exchange Online EWS, Your Time is Almost Up" and "Introducing EWSAllowedAppIDs". An organization's own
 * Exchange Server is not affected.
 */
export const ewsRetirement = {
  /** From this day on they are blocked, unless the organization has enabled them and the application is on its allow list. */
  blockedSince: '2026-10-01',
  /** From this day on they are off, and no administrator can turn them on. */
  offSince: '2027-04-01',
} as const;

/** What anybody who chooses a mailbox in Exchange Online should know. */
export const ewsRetirementNote =
  'Exchange Online blocks Exchange Web Services, by which the MIM Service reads its mailbox: since 1 October 2026 they answer only where the organization has them enabled (EwsEnabled) and the application stands on its allow list (EwsAllowedAppIDs), and on 1 April 2027 they are switched off for good (message center MC1227454).';
