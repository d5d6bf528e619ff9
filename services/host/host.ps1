# What this server is, and what the installing user may do on it. Every question stands alone: one that can't be answered is null,
# says why in `unanswered`, and the rest goes on.
param([Parameter(Mandatory = $true)] $Asked)

$answers = @{}
$unanswered = @{}
function Answer([string] $Name, [scriptblock] $Question) {
    try { $answers[$Name] = & $Question }
    catch { $answers[$Name] = $null; $unanswered[$Name] = $_.Exception.Message }
}

Answer 'windows' {
    $system = Get-CimInstance -ClassName Win32_OperatingSystem
    @{ caption = $system.Caption.Trim(); build = [int] $system.BuildNumber; productType = [int] $system.ProductType }
}

Answer 'user' { [Security.Principal.WindowsIdentity]::GetCurrent().Name }

Answer 'elevated' {
    $principal = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
    $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)
}

# A token that is not elevated holds the group for denial alone; the claims list it all the same.
Answer 'localAdministrator' {
    $claims = [Security.Principal.WindowsIdentity]::GetCurrent().Claims
    @($claims | Where-Object { $_.Value -eq 'S-1-5-32-544' }).Count -gt 0
}

Answer 'freeBytes' {
    $drive = New-Object IO.DriveInfo $Asked.drive
    # PowerShell takes a property that throws for null, and says nothing.
    if (-not $drive.IsReady) { throw "There is no drive $($Asked.drive):, or it is not ready." }
    $drive.AvailableFreeSpace
}

Answer 'pendingRestart' {
    $signs = @()
    if (Test-Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending') { $signs += 'componentServicing' }
    if (Test-Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired') { $signs += 'windowsUpdate' }
    $session = Get-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
    if ($session.PSObject.Properties['PendingFileRenameOperations']) { $signs += 'fileRename' }
    $names = 'HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName'
    $present = (Get-ItemProperty "$names\ActiveComputerName").ComputerName
    $coming = (Get-ItemProperty "$names\ComputerName").ComputerName
    if ($present -ne $coming) { $signs += 'computerName' }
    , $signs
}

# With the right to wait alone, which a user who is not elevated has too. .NET Framework and .NET have it in different places.
function Open-Mutex([string] $Name, [Security.AccessControl.MutexRights] $Rights) {
    if ([Threading.Mutex].GetMethod('OpenExisting', [Type[]] @([string], [Security.AccessControl.MutexRights]))) {
        return [Threading.Mutex]::OpenExisting($Name, $Rights)
    }
    return [Threading.MutexAcl]::OpenExisting($Name, $Rights)
}

# Windows Installer holds this mutex while it carries out an installation.
Answer 'installerRunning' {
    $mutex = $null
    try {
        $mutex = Open-Mutex 'Global\_MSIExecute' ([Security.AccessControl.MutexRights]::Synchronize)
        $free = $mutex.WaitOne(0)
        if ($free) { $mutex.ReleaseMutex() }
        -not $free
    }
    catch [Threading.WaitHandleCannotBeOpenedException] { $false }
    catch [Threading.AbandonedMutexException] { $mutex.ReleaseMutex(); $false }
    finally { if ($mutex) { $mutex.Dispose() } }
}

. "$PSScriptRoot/prerequisites.ps1"

if ($Asked.portal) {
    Answer 'sharePoint' {
        # PowerShell 7 has no snap-ins.
        $hasSnapIns = Get-Command -Name Get-PSSnapin -ErrorAction SilentlyContinue
        if ($hasSnapIns -and (Get-PSSnapin -Registered -Name Microsoft.SharePoint.PowerShell -ErrorAction SilentlyContinue)) {
            Add-PSSnapin Microsoft.SharePoint.PowerShell | Out-Null
        }
        else { Import-Module SharePointServer | Out-Null }
        $true
    }
    if ($answers['sharePoint']) {
        Answer 'farmAdministrator' { [bool] (Get-SPFarm).CurrentUserIsAdministrator() }
        Answer 'solutionsUnderWay' { , @(Get-SPSolution | Where-Object { $_.JobExists } | ForEach-Object { [string] $_.Name }) }
        if ($Asked.site) { . "$PSScriptRoot/sharePointSite.ps1" }
    }
}

if ($Asked.sqlServer) {
    Answer 'sysadmin' {
        $address = New-Object System.Data.SqlClient.SqlConnectionStringBuilder
        $address['Data Source'] = [string] $Asked.sqlServer
        $address['Initial Catalog'] = 'master'
        $address['Integrated Security'] = $true
        $address['Connect Timeout'] = 10
        $connection = New-Object System.Data.SqlClient.SqlConnection $address.ConnectionString
        try {
            $connection.Open()
            $command = $connection.CreateCommand()
            $command.CommandText = "SELECT IS_SRVROLEMEMBER('sysadmin') AS sysadmin"
            [int] $command.ExecuteScalar() -eq 1
        }
        finally { $connection.Dispose() }
    }
}

$answers['unanswered'] = $unanswered
$answers
