/** What of a package a plan is compared with: the part of `mim-setup inspect --json` that counts here. */
export interface PackageListing extends Product {
  readonly features: readonly { readonly id: string }[];
  readonly properties: readonly ListedProperty[];
  readonly dialogs: readonly DialogProperty[];
  /** Listings of the first release have none. */
  readonly screens?: readonly DialogScreen[] | undefined;
  readonly summary: { readonly state: 'fine' | 'missing' | 'damaged' };
}

/** Which product, in which build. Two packages with the same code and version are the same. */
export interface Product {
  readonly productName: string | null;
  readonly productCode: string | null;
  readonly productVersion: string | null;
}

/** What the dialogs of a package ask, and of which package: what an answer without a known property is settled by. */
export interface PackageAsks extends Product {
  /** Whether the package itself was read here, or its listing was sent in. */
  readonly from: 'file' | 'listing';
  readonly dialogs: readonly DialogProperty[];
  readonly screens: readonly DialogScreen[];
  /** The names of its public properties. */
  readonly properties: readonly string[];
}

/** A public property of a package. */
export interface ListedProperty {
  readonly name: string;
  /** Its value where nobody sets it; null for one that is hidden, whatever the package says. */
  readonly value: string | null;
  /** It may be passed on to the part of the installer that runs elevated. */
  readonly secure: boolean;
  /** Where the package mentions it. */
  readonly from: readonly PropertyOrigin[];
}

/**
 * `default`: it has a value of its own; `secure`, `hidden`: one of the two lists names it; `dialog`: a control sets it; `search`:
 * what is found on the host is put into it; `upgrade`: products to replace are put into it; `folder`: it names a folder;
 * `condition`, `text`: a condition or a text with `[NAME]` reads it.
 */
export type PropertyOrigin = 'default' | 'secure' | 'hidden' | 'dialog' | 'search' | 'upgrade' | 'folder' | 'condition' | 'text';

/** A property that a control of a dialog sets: so an unattended installation can set it, too. */
export interface DialogProperty {
  readonly dialog: string;
  readonly control: string;
  /** The kind of control, as the package names it: `Edit`, `CheckBox`, `ComboBox`, … */
  readonly type: string;
  readonly property: string;
  /** The words beside the control, or on it. */
  readonly label: string | null;
  /** What is typed into it is shown as dots. */
  readonly password: boolean;
  /** The values that the dialog offers, with the text shown for each; none, where any text can be typed. */
  readonly choices: readonly { readonly value: string; readonly text: string | null }[];
}

/** The words of a dialog: its title, and the texts on it. */
export interface DialogScreen {
  readonly dialog: string;
  readonly texts: readonly string[];
}
