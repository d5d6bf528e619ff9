import type { Catalog } from '../catalog.ts';

/** Of which releases are supported, and where that is said. Titles of pages stay as Microsoft Learn has them. */
export const platforms: Catalog = {
  '{release} is supported by MIM 2016 {servicePack} (build {build}) and later: see that the package which you install is of that build.':
    '{release} wird von MIM 2016 {servicePack} (Build {build}) und höher unterstützt: Vergewissern Sie sich, dass das Paket, das Sie installieren, von diesem Build ist.',
  'By its build, this is MIM 2016 {servicePack}.': 'Dem Build nach ist das MIM 2016 {servicePack}.',
  '{servicePack} begins with build {build}; these need it: {releases}.':
    '{servicePack} beginnt mit Build {build}; das benötigen: {releases}.',
  'Source: MIMDocs issue 236.': 'Quelle: MIMDocs, Issue 236.',
  'Source: Microsoft Learn, "{page}".': 'Quelle: Microsoft Learn, „{page}“.',
  'Microsoft Learn, "Supported platforms for MIM 2016" (MIM Service and Portal), and "Identity Manager version release history", as of {date}':
    'Microsoft Learn, „Supported platforms for MIM 2016“ (MIM Service and Portal) und „Identity Manager version release history“, Stand {date}',
  'Microsoft Learn, "{page}", as of {date}': 'Microsoft Learn, „{page}“, Stand {date}',
};
