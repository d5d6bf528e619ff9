# Runs one of our scripts and prints what it returns, or why it can't, as one line of JSON in ASCII alone: nothing then depends on the
# code page of the console, and what else is printed on the way stands on lines of its own.
param(
    [Parameter(Mandatory = $true)] [string] $Script,
    [Parameter(Mandatory = $true)] [string] $Asked
)
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
    Write-Output '{"failed":"PowerShell is kept in constrained language mode here (application control), in which a script may not look at the system."}'
    exit
}
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

try {
    $question = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Asked)) | ConvertFrom-Json
    $answer = & $Script -Asked $question 4> $null 5> $null 6> $null
    $json = ConvertTo-Json -InputObject $answer -Depth 5 -Compress
}
catch { $json = ConvertTo-Json -InputObject @{ failed = $_.Exception.Message } -Compress }
$ascii = [regex]::Replace($json, '[^\x20-\x7e]', { param($found) '\u{0:x4}' -f [int] [char] $found.Value })
[Console]::Out.WriteLine()
[Console]::Out.WriteLine($ascii)
