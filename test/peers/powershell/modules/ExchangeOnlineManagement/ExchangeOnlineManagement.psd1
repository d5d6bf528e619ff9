@{
    ModuleVersion = '1.0'
    RootModule = 'ExchangeOnlineManagement.psm1'
    CmdletsToExport = @('Connect-ExchangeOnline', 'New-ApplicationAccessPolicy', 'Get-ApplicationAccessPolicy', 'Test-ApplicationAccessPolicy', 'Get-DistributionGroup', 'New-DistributionGroup', 'Get-DistributionGroupMember', 'Add-DistributionGroupMember', 'Get-OrganizationConfig', 'Set-OrganizationConfig', 'Get-CASMailbox', 'Set-CASMailbox', 'Get-ServicePrincipal', 'New-ServicePrincipal', 'Get-ManagementScope', 'New-ManagementScope', 'New-ManagementRoleAssignment', 'Test-ServicePrincipalAuthorization')
    FunctionsToExport = @()
    AliasesToExport = @()
    VariablesToExport = @()
}
