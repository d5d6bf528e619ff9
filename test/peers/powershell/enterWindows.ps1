# Puts the described Windows under this session: cmdlets, drives, and the classes of .NET that refuse elsewhere.
param([Parameter(Mandatory = $true)] [string] $StandIns)

# Loaded before, or it would put its own New-Object over ours when it is first needed.
Import-Module -Name Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management -Global
Import-Module -Name $StandIns -Global -Cmdlet 'Get-CimInstance', 'Get-Service', 'Get-LocalGroupMember', 'Get-NetTCPConnection', 'New-Object', 'Get-WindowsFeature', 'Install-WindowsFeature', 'Set-Service', 'Start-Service', 'Get-ScheduledTask', 'Get-ScheduledTaskInfo', 'New-ScheduledTask', 'New-ScheduledTaskAction', 'New-ScheduledTaskTrigger', 'New-ScheduledTaskPrincipal', 'New-ScheduledTaskSettingsSet', 'Register-ScheduledTask', 'Unregister-ScheduledTask'
$isWindowsPowerShell = $null -ne [StandIn.World]::Of('snapIns')
if ($isWindowsPowerShell) { Import-Module -Name $StandIns -Global -Cmdlet 'Get-PSSnapin', 'Add-PSSnapin' }

# A class is found by the name that stands in the script.
$accelerators = [psobject].Assembly.GetType('System.Management.Automation.TypeAccelerators')
$classes = @{
    'Security.Principal.WindowsIdentity' = [StandIn.WindowsIdentity]
    'Security.Principal.WindowsPrincipal' = [StandIn.WindowsPrincipal]
    'Security.Principal.NTAccount' = [StandIn.NTAccount]
    'IO.DriveInfo' = [StandIn.DriveInfo]
    'Threading.Mutex' = [StandIn.Mutex]
    'Threading.MutexAcl' = [StandIn.MutexAcl]
    'Data.SqlClient.SqlConnection' = [StandIn.SqlConnection]
    'Runtime.InteropServices.Marshal' = [StandIn.Marshal]
    'Diagnostics.ProcessStartInfo' = [StandIn.ProcessStartInfo]
    'Diagnostics.Process' = [StandIn.Process]
}
if ($isWindowsPowerShell) { $classes['Threading.Mutex'] = [StandIn.FrameworkMutex] }
foreach ($name in $classes.Keys) {
    $null = $accelerators::Remove($name)
    $accelerators::Add($name, $classes[$name])
    $null = $accelerators::Remove("System.$name")
    $accelerators::Add("System.$name", $classes[$name])
}

$null = New-PSDrive -Name HKLM -PSProvider Registry -Root HKEY_LOCAL_MACHINE -Scope Global
$null = New-PSDrive -Name HKCU -PSProvider Registry -Root HKEY_CURRENT_USER -Scope Global

[StandIn.ItemDrive]::Folders.Clear()
[StandIn.GetPSSnapin]::Added.Clear()
if ($null -ne [StandIn.World]::Of('certificates')) {
    $null = New-PSDrive -Name Cert -PSProvider Items -Root '' -Scope Global
    [StandIn.ItemDrive]::Folders['Cert:LocalMachine\My'] = @([StandIn.Certificates]::Load())
    # As the type data of Windows' own PowerShell has it.
    Update-TypeData -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -MemberType ScriptProperty -MemberName DnsNameList -Value { , [StandIn.Certificates]::DnsNames($this) } -Force
}

$installation = [StandIn.World]::Text('installation')
if ($installation) { [StandIn.OtherInstallation]::Begin($installation -eq 'died') }
