/**
 * What Windows PowerShell 5.1 has of what the scripts use: cmdlets with their parameters, from the reference pages of that version
 * and of the modules for it; types and members of .NET Framework 4.6.2 and later, from the pages of .NET ("Applies to").
 */
export const cmdlets: Readonly<Record<string, string>> = {
  'ConvertFrom-Json': 'InputObject',
  'ConvertTo-Json': 'Compress Depth InputObject',
  'ForEach-Object': 'ArgumentList Begin End InputObject MemberName Process RemainingScripts',
  'Format-List': 'DisplayError Expand Force GroupBy InputObject Property ShowError View',
  'Get-ChildItem':
    'Attributes Depth Directory Exclude File Filter Force Hidden Include LiteralPath Name Path ReadOnly Recurse System',
  'Get-CimInstance':
    'CimSession ClassName ComputerName Filter InputObject KeyOnly Namespace OperationTimeoutSec Property Query QueryDialect ResourceUri Shallow',
  'Get-Command':
    'All ArgumentList CommandType FullyQualifiedModule ListImported Module Name Noun ParameterName ParameterType ShowCommandInfo Syntax TotalCount Verb',
  'Get-Content':
    'Credential Delimiter Encoding Exclude Filter Force Include LiteralPath Path Raw ReadCount Stream Tail TotalCount Wait',
  'Get-Item': 'Credential Exclude Filter Force Include LiteralPath Path Stream',
  'Get-ItemProperty': 'Credential Exclude Filter Include LiteralPath Name Path',
  'Get-LocalGroupMember': 'Group Member Name SID',
  'Get-Location': 'PSDrive PSProvider Stack StackName',
  'Get-Module': 'All CimNamespace CimResourceUri CimSession FullyQualifiedName ListAvailable Name PSEdition PSSession Refresh',
  'Get-NetTCPConnection':
    'AppliedSetting AsJob CimSession CreationTime LocalAddress LocalPort OffloadState OwningProcess RemoteAddress RemotePort State ThrottleLimit',
  'Get-Process': 'ComputerName FileVersionInfo Id IncludeUserName InputObject Module Name',
  'Get-PSSnapin': 'Name Registered',
  'Add-PSSnapin': 'Name PassThru',
  'Get-Service': 'ComputerName DependentServices DisplayName Exclude Include InputObject Name RequiredServices',
  'Get-WindowsFeature': 'ComputerName Credential LogPath Name Vhd',
  'Install-WindowsFeature':
    'ComputerName ConfigurationFilePath Confirm Credential IncludeAllSubFeature IncludeManagementTools LogPath Name Restart Source Vhd WhatIf',
  'Import-Module':
    'Alias ArgumentList AsCustomObject Assembly CimNamespace CimResourceUri CimSession Cmdlet DisableNameChecking Force FullyQualifiedName Function Global MaximumVersion MinimumVersion ModuleInfo Name NoClobber PassThru Prefix PSSession RequiredVersion Scope Variable',
  'Join-Path': 'ChildPath Credential Path Resolve',
  'Move-Item': 'Confirm Credential Destination Exclude Filter Force Include LiteralPath PassThru Path WhatIf',
  'New-Item': 'Confirm Credential Force ItemType Name Path Value WhatIf',
  'New-Object': 'ArgumentList ComObject Property Strict TypeName',
  'Out-Null': 'InputObject',
  'Out-String': 'InputObject Stream Width',
  'Read-Host': 'AsSecureString Prompt',
  'Remove-Item': 'Confirm Credential Exclude Filter Force Include LiteralPath Path Recurse Stream WhatIf',
  'Select-Object': 'ExcludeProperty ExpandProperty First Index InputObject Last Property Skip SkipLast Unique Wait',
  'Set-Content':
    'Confirm Credential Encoding Exclude Filter Force Include LiteralPath NoNewline PassThru Path Stream Value WhatIf',
  'Start-Process':
    'ArgumentList Credential FilePath LoadUserProfile NoNewWindow PassThru RedirectStandardError RedirectStandardInput RedirectStandardOutput UseNewEnvironment Verb Wait WindowStyle WorkingDirectory',
  'Set-ItemProperty':
    'Confirm Credential Exclude Filter Force Include InputObject LiteralPath Name PassThru Path Type Value WhatIf',
  'Set-Service': 'ComputerName Confirm Description DisplayName InputObject Name PassThru StartupType Status WhatIf',
  'Get-ScheduledTask': 'AsJob CimSession TaskName TaskPath ThrottleLimit',
  'Get-ScheduledTaskInfo': 'AsJob CimSession InputObject TaskName TaskPath ThrottleLimit',
  'New-ScheduledTask': 'Action AsJob CimSession Description Principal Settings ThrottleLimit Trigger',
  'New-ScheduledTaskAction': 'Argument AsJob CimSession Execute Id ThrottleLimit WorkingDirectory',
  'New-ScheduledTaskPrincipal':
    'AsJob CimSession GroupId Id LogonType ProcessTokenSidType RequiredPrivilege RunLevel ThrottleLimit UserId',
  'New-ScheduledTaskSettingsSet':
    'AllowStartIfOnBatteries AsJob CimSession Compatibility DeleteExpiredTaskAfter Disable DisallowDemandStart DisallowHardTerminate DisallowStartOnRemoteAppSession DontStopIfGoingOnBatteries DontStopOnIdleEnd ExecutionTimeLimit Hidden IdleDuration IdleWaitTimeout MaintenanceDeadline MaintenanceExclusive MaintenancePeriod MultipleInstances NetworkId NetworkName Priority RestartCount RestartInterval RestartOnIdle RunOnlyIfIdle RunOnlyIfNetworkAvailable StartWhenAvailable ThrottleLimit WakeToRun',
  'New-ScheduledTaskTrigger':
    'AsJob At AtLogOn AtStartup CimSession Daily DaysInterval DaysOfWeek Once RandomDelay RepetitionDuration RepetitionInterval ThrottleLimit User Weekly WeeksInterval',
  'Register-ScheduledTask':
    'Action AsJob CimSession Description Force InputObject Password Principal RunLevel Settings TaskName TaskPath ThrottleLimit Trigger User Xml',
  'Unregister-ScheduledTask': 'AsJob CimSession Confirm InputObject PassThru TaskName TaskPath ThrottleLimit WhatIf',
  'Set-StrictMode': 'Off Version',
  'Start-Service': 'Confirm DisplayName Exclude Include InputObject Name PassThru WhatIf',
  'Split-Path': 'Credential IsAbsolute Leaf LiteralPath NoQualifier Parent Path Qualifier Resolve',
  'Test-Path': 'Credential Exclude Filter Include IsValid LiteralPath NewerThan OlderThan Path PathType',
  'Where-Object': 'FilterScript InputObject Property Value',
  'Write-Host': 'BackgroundColor ForegroundColor NoNewline Object Separator',
  'Write-Output': 'InputObject NoEnumerate',
  // SharePoint's, FIM's and Exchange Online's own.
  'Get-SPFarm': 'AssignmentCollection',
  'Get-SPSite': 'AssignmentCollection Confirm ContentDatabase Filter Identity Limit NeedsB2BUpgrade Regex WebApplication WhatIf',
  'Get-SPWebTemplate': 'AssignmentCollection CompatibilityLevel Identity',
  'New-SPSite':
    'AdministrationSiteType AssignmentCollection CompatibilityLevel ContentDatabase CreateFromSiteMaster Description HostHeaderWebApplication Language Name OwnerAlias OwnerEmail QuotaTemplate SecondaryEmail SecondaryOwnerAlias SubscriptionAccount Template Url',
  'Remove-SPSite': 'AssignmentCollection Confirm DeleteADAccounts GradualDelete Identity WhatIf',
  'Get-SPSolution': 'AssignmentCollection Identity',
  'Export-FIMConfig':
    'AllLocales Credential CustomConfig MessageSize OnlyBaseResources PolicyConfig PortalConfig SchemaConfig Uri',
  'Import-FIMConfig': 'Confirm Credential ImportObject Timeout Uri WhatIf',
  'Connect-ExchangeOnline': 'Credential ExchangeEnvironmentName ShowBanner UserPrincipalName',
  'Get-ApplicationAccessPolicy': 'Identity',
  'New-ApplicationAccessPolicy': 'AccessRight AppId Confirm Description PolicyScopeGroupId WhatIf',
  'Test-ApplicationAccessPolicy': 'AppId Confirm Identity WhatIf',
  'Get-DistributionGroup': 'Anr Credential Filter Identity OrganizationalUnit RecipientTypeDetails ResultSize SortBy',
  'New-DistributionGroup': 'Alias DisplayName ManagedBy MemberJoinRestriction Members Name Notes PrimarySmtpAddress Type',
  'Get-DistributionGroupMember': 'Credential Identity ResultSize',
  'Add-DistributionGroupMember': 'BypassSecurityGroupManagerCheck Confirm Identity Member WhatIf',
  'Get-OrganizationConfig': 'RetrieveEwsOperationAccessPolicy',
  'Set-OrganizationConfig': 'Confirm EwsAllowedAppIDs EwsEnabled WhatIf',
  'Get-CASMailbox': 'Filter Identity ResultSize',
  'Set-CASMailbox': 'Confirm EwsEnabled Identity WhatIf',
  'Get-ServicePrincipal': 'Identity Organization',
  'New-ServicePrincipal': 'AppId Confirm DisplayName ObjectId WhatIf',
  'Get-ManagementScope': 'Exclusive Identity Orphan',
  'New-ManagementScope': 'Confirm Exclusive Force Name RecipientRestrictionFilter RecipientRoot WhatIf',
  'New-ManagementRoleAssignment': 'App Confirm CustomResourceScope Name Role WhatIf',
  'Test-ServicePrincipalAuthorization': 'Identity Resource',
};

export const commonParameters =
  'Debug ErrorAction ErrorVariable InformationAction InformationVariable OutBuffer OutVariable PipelineVariable Verbose WarningAction WarningVariable';

/** Functions of scripts that others run as a part of them: of host.ps1, and of userRights.ps1. */
export const shared = ['Answer', 'Get-Sid', 'Get-Holders'];

/** Programs of Windows, by what they may be given: nothing with a quote in it, which versions hand on differently. */
export const programs = ['secedit.exe'];

export const members = [
  '[Console]::Out',
  '[Console]::OutputEncoding',
  '[Convert]::FromBase64String',
  '[DateTimeOffset]::new',
  '[Globalization.CultureInfo]::InvariantCulture',
  '[Guid]::NewGuid',
  '[IO.Path]::GetTempPath',
  '[Net.Dns]::GetHostEntry',
  '[Security.AccessControl.MutexRights]::Synchronize',
  '[Security.Principal.WindowsBuiltInRole]::Administrator',
  '[Security.Principal.WindowsIdentity]::GetCurrent',
  '[System.Console]::IsInputRedirected',
  '[System.Diagnostics.Process]::Start',
  '[System.Environment]::GetEnvironmentVariable',
  '[System.IO.Path]::IsPathRooted',
  '[System.Runtime.InteropServices.Marshal]::FinalReleaseComObject',
  '[System.Security.Principal.WindowsBuiltInRole]::Administrator',
  '[System.Security.Principal.WindowsIdentity]::GetCurrent',
  '[System.Threading.Mutex]::OpenExisting',
  '[Text.Encoding]::UTF8',
  '[Threading.Mutex]::OpenExisting',
  '[TimeSpan]::FromMinutes',
  '[TimeSpan]::Zero',
  '[regex]::Replace',
  '[string]::IsNullOrEmpty',
];

/** Of .NET alone: used only where .NET Framework's own way is not there. */
export const laterMembers = ['[Threading.MutexAcl]::OpenExisting'];
