# Who is denied local logon at this server, and who may log on as a service or is denied that, by SID; and the SID of the account
# asked about.
param([Parameter(Mandatory = $true)] $Asked)

. "$PSScriptRoot/userRights.ps1"

@{
    denied          = Get-Holders 'SeDenyInteractiveLogonRight'
    services        = Get-Holders 'SeServiceLogonRight'
    deniedServices  = Get-Holders 'SeDenyServiceLogonRight'
    account         = Get-Sid $Asked.account
}
