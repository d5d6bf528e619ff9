/** The plan, as `GET …/plan` gives it. */
export interface Plan {
  readonly complete: boolean;
  readonly missing: readonly { readonly page: string; readonly field: string }[];
  readonly option: string | null;
  readonly features: readonly string[];
  readonly properties: readonly PlannedProperty[];
  readonly command: string;
  readonly answers: readonly { readonly page: string; readonly field: string; readonly label: string; readonly value: string }[];
  readonly afterwards: readonly {
    readonly code: string;
    readonly title: string;
    readonly detail: string;
    readonly script?: string;
  }[];
}

export interface PlannedProperty {
  readonly name: string;
  readonly value: string | null;
  readonly page: string;
  readonly field: string;
  readonly provenance: 'documented' | 'disputed' | 'unknown' | 'package';
  readonly note?: string;
  readonly secret?: boolean;
}
