import type { ActionLine } from './actionLine.ts';
import type { Purpose } from './whatRan.ts';

/** What one line of an installer's log tells. */
export type LogEvent =
  /** The sequence comes to an action, or the script carries it out. */
  | { readonly is: 'actionStarted'; readonly action: string; readonly by: 'sequence' | 'script' }
  /** A line for people about an action: that it starts, that it has ended, or something else. */
  | { readonly is: 'actionLine'; readonly line: ActionLine }
  | { readonly is: 'customActionFailed'; readonly action: string; readonly code: number; readonly ignored: boolean }
  | { readonly is: 'scriptStarted'; readonly kind: 'install' | 'rollback' | 'other' }
  | { readonly is: 'scriptEnded' }
  | { readonly is: 'rollingBack' }
  | { readonly is: 'rollbackError'; readonly code: number }
  | { readonly is: 'rollbackDisabled' }
  | { readonly is: 'featureDone'; readonly feature: string; readonly by: 'script' | 'text' }
  | { readonly is: 'componentDone'; readonly by: 'script' | 'text' }
  /** What ran, as far as the line tells. */
  | { readonly is: 'product'; readonly code?: string; readonly name?: string; readonly package?: string; readonly isOurs?: true }
  /** A name before a message; it is the product's where the installation has ended, else perhaps a tool's. */
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'purpose'; readonly purpose: Purpose; readonly by: 'status' | 'asked' | 'done'; readonly name?: string }
  | { readonly is: 'account'; readonly of: 'installing' | 'service'; readonly name: string }
  /** A message of Windows Installer or of the package, by its number (Microsoft Learn, "Windows Installer Error Messages"). */
  | { readonly is: 'message'; readonly code: number; readonly shown: boolean; readonly at?: number }
  | { readonly is: 'serviceStarting'; readonly at: number }
  | { readonly is: 'engineReturned'; readonly code: number }
  /** A log begins, or ends: the words of the line, without date and time. */
  | { readonly is: 'opening'; readonly words: string; readonly verbose: boolean };
