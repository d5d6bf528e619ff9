# Runs one of our scripts and prints what it returns as JSON, in ASCII alone: nothing then depends on the code page of the console.
param(
    [Parameter(Mandatory = $true)] [string] $Script,
    [Parameter(Mandatory = $true)] [string] $Asked
)
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

$question = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($Asked)) | ConvertFrom-Json
$answer = & $Script -Asked $question
$json = ConvertTo-Json -InputObject $answer -Depth 5 -Compress
$ascii = [regex]::Replace($json, '[^\x20-\x7e]', { param($found) '\u{0:x4}' -f [int] [char] $found.Value })
[Console]::Out.Write($ascii)
