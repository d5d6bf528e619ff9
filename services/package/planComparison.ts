import type { SettledProperty } from '../../machines/plan/settledProperties.ts';

/** What of a plan is held against a package. */
export interface PlanToCompare {
  /** As `ADDLOCAL` names them. */
  readonly features: readonly string[];
  readonly properties: readonly PlannedProperty[];
  /** The option of the guide, A to I, where there is one. */
  readonly option: string | null;
}

/** A property as the plan gives it. */
export interface PlannedProperty {
  readonly name: string;
  /** Null for a secret, and where it is not known yet. */
  readonly value: string | null;
  readonly provenance: SettledProperty['provenance'];
}

/** Where plan and package do not fit, or what is worth knowing before they meet. */
export interface PackageFinding {
  /** `failed`: the installation would fail, or go wrong; `warning`: an answer would be lost; `info`: something to know. */
  readonly severity: 'failed' | 'warning' | 'info';
  readonly code: PackageFindingCode;
  /** What is so, and what to do next. */
  readonly message: string;
  /** The feature or property that it is about. */
  readonly subject?: string;
}

/** What a finding is about, for programs. */
export type PackageFindingCode =
  | 'service-pack'
  | 'not-mim-service-and-portal'
  | 'feature-unknown'
  | 'build-unreadable'
  | 'build-too-old'
  | 'summary-unreadable'
  | 'property-unknown'
  | 'property-unsettled'
  | 'property-open'
  | 'value-unknown';
