function Stop-Here([int] $Code, [string] $Message) {
    Write-Host $Message
    exit $Code
}

# Windows Installer's objects tell PowerShell nothing about themselves, so each member is called by its name.
function Invoke-Member($Object, [string] $Kind, [string] $Name, [object[]] $Arguments) {
    return $Object.GetType().InvokeMember($Name, $Kind, $null, $Object, $Arguments)
}

function Get-ProductCode($Installer, [string] $Path) {
    $database = Invoke-Member $Installer 'InvokeMethod' 'OpenDatabase' @($Path, 0)
    $view = $null
    try {
        $view = Invoke-Member $database 'InvokeMethod' 'OpenView' @('SELECT `Value` FROM `Property` WHERE `Property` = ''ProductCode''')
        $null = Invoke-Member $view 'InvokeMethod' 'Execute' @()
        $record = Invoke-Member $view 'InvokeMethod' 'Fetch' @()
        if ($null -eq $record) { return $null }
        return Invoke-Member $record 'GetProperty' 'StringData' @(1)
    }
    finally {
        # Otherwise the package stays open as long as this process lives.
        foreach ($object in @($view, $database)) {
            if ($null -ne $object) { $null = [System.Runtime.InteropServices.Marshal]::FinalReleaseComObject($object) }
        }
    }
}

# The mutex that Windows Installer holds while it changes the system.
function Test-InstallerBusy {
    $mutex = $null
    try {
        $mutex = [System.Threading.Mutex]::OpenExisting('Global\_MSIExecute')
        $isFree = $mutex.WaitOne(0)
        if ($isFree) { $mutex.ReleaseMutex() }
        return -not $isFree
    }
    catch [System.Threading.WaitHandleCannotBeOpenedException] { return $false }
    catch [System.Threading.AbandonedMutexException] { $mutex.ReleaseMutex(); return $false }
    catch [System.UnauthorizedAccessException] { return $true }
    finally { if ($null -ne $mutex) { $mutex.Dispose() } }
}

function Get-NobodyToAsk($Secret) {
    return "Nobody can be asked here: set the environment variable $($Secret.Variable)."
}

function Read-Secret($Secret) {
    $value = [System.Environment]::GetEnvironmentVariable($Secret.Variable)
    if ([string]::IsNullOrEmpty($value)) {
        # At the end of its input, PowerShell 7 would end with 0, as if all had been done.
        if ($Host.Name -eq 'ConsoleHost' -and [System.Console]::IsInputRedirected) { Stop-Here 87 (Get-NobodyToAsk $Secret) }
        try { $typed = Read-Host -AsSecureString -Prompt $Secret.Label }
        catch { Stop-Here 87 (Get-NobodyToAsk $Secret) }
        $value = (New-Object System.Net.NetworkCredential '', $typed).Password
    }
    if ([string]::IsNullOrEmpty($value)) { Stop-Here 87 "$($Secret.Variable) was not given." }
    if ($value -match '[\x00-\x1f\x7f-\x9f\u2028\u2029]') { Stop-Here 87 "$($Secret.Variable) has line breaks or control characters in it." }
    return $value
}

# Everything is looked at before anything is asked, so that nobody types in vain.

if ($incomplete) { Stop-Here 87 $incomplete }
if ($env:OS -ne 'Windows_NT') { Stop-Here 1633 'Windows Installer runs on Windows alone.' }
$user = New-Object System.Security.Principal.WindowsPrincipal ([System.Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $user.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)) { Stop-Here 740 $meanings[740] }

if (-not [System.IO.Path]::IsPathRooted($Package)) {
    $here = Join-Path (Get-Location).ProviderPath $Package
    $Package = if ((Test-Path -LiteralPath $here) -or -not $PSScriptRoot) { $here } else { Join-Path $PSScriptRoot $Package }
}
if (-not (Test-Path -LiteralPath $Package -PathType Leaf)) { Stop-Here 1619 "There is no package $Package. Name it by -Package." }
if (($Package + $Log).Contains('"')) { Stop-Here 87 'The paths must have no quotes in them.' }

$installer = New-Object -ComObject WindowsInstaller.Installer
$productCode = $null
try { $productCode = Get-ProductCode $installer $Package } catch { Stop-Here 1620 "$Package is not a package of Windows Installer." }
if ($productCode -and -not $Force -and (Invoke-Member $installer 'GetProperty' 'ProductState' @([string] $productCode)) -eq 5) {
    $absent = @($features | Where-Object { (Invoke-Member $installer 'GetProperty' 'FeatureState' @([string] $productCode, [string] $_)) -ne 3 })
    if ($absent.Count -eq 0) { Stop-Here 0 'It is installed already, with all of these features. Nothing was done.' }
    Stop-Here 1638 ('It is installed already, without ' + ($absent -join ', ') + '. Add them by Programs and Features, or run this with -Force.')
}
if (Test-InstallerBusy) { Stop-Here 1618 $meanings[1618] }

$folder = Split-Path -Parent $Log
if ($folder -and -not (Test-Path -LiteralPath $folder)) { $null = New-Item -ItemType Directory -Path $folder -Force }
if (Test-Path -LiteralPath $Log) {
    $earlier = '{0}.{1:yyyyMMdd-HHmmss}' -f $Log, (Get-Item -LiteralPath $Log).LastWriteTime
    Move-Item -LiteralPath $Log -Destination $earlier -Force
}

# In a value a double quote is doubled, and nothing else has a meaning.
foreach ($secret in $secrets) { $arguments += '{0}="{1}"' -f $secret.Property, (Read-Secret $secret).Replace('"', '""') }
$line = '/i "{0}" /qn /lvxi* "{1}" {2}' -f $Package, $Log, ($arguments -join ' ')
if ($line.Length -gt 32000) { Stop-Here 87 'The command line is longer than Windows takes.' }

# The line is passed on as it is: no shell reads it, and PowerShell adds no quotes of its own.
$start = New-Object System.Diagnostics.ProcessStartInfo
$start.FileName = Join-Path $env:SystemRoot 'System32\msiexec.exe'
$start.Arguments = $line
$start.UseShellExecute = $false
foreach ($secret in $secrets) { $null = $start.EnvironmentVariables.Remove($secret.Variable) }
Write-Host "The installer is at work; it takes about ten minutes. Its log is $Log."
$process = [System.Diagnostics.Process]::Start($start)
$line = $null
$start = $null
$arguments = $null
while (-not $process.WaitForExit(500)) { }
$code = $process.ExitCode

Write-Host "Exit code $code. $($meanings[$code])"
if (@(0, 1641, 3010) -contains $code) { foreach ($task in $afterwards) { Write-Host "Left to be done: $task" } }
Write-Host "The log may hold secrets: keep $Log where nobody else can read it."
exit $code
