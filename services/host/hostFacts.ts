import { z } from 'zod';
import { listOf } from './powershell.ts';

/** What `host.ps1` answers. What could not be found out is null, and `unanswered` says why; what was not asked is absent. */
export const hostFacts = z.strictObject({
  windows: z
    .strictObject({
      caption: z.string(),
      build: z.int(),
      /** 1 a workstation, 2 a domain controller, 3 a server (Win32_OperatingSystem.ProductType). */
      productType: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    })
    .nullable(),
  user: z.string().nullable(),
  elevated: z.boolean().nullable(),
  localAdministrator: z.boolean().nullable(),
  freeBytes: z.int().min(0).nullable(),
  pendingRestart: listOf(z.enum(['componentServicing', 'windowsUpdate', 'fileRename', 'computerName'])).nullable(),
  installerRunning: z.boolean().nullable(),
  /** Whether SharePoint's own PowerShell is there. */
  sharePoint: z.boolean().nullish(),
  farmAdministrator: z.boolean().nullish(),
  /** SharePoint solutions that a timer job is deploying or retracting. */
  solutionsUnderWay: listOf(z.string()).nullish(),
  sysadmin: z.boolean().nullish(),
  unanswered: z.record(z.string(), z.string()),
});

export type HostFacts = z.output<typeof hostFacts>;
