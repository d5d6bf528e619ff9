# Compiles the stand-ins for what only Windows has, unless it was done before.
param([Parameter(Mandatory = $true)] [string] $Into)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$references = @((Get-ChildItem -Path "$PSHOME/ref/*.dll").FullName) + [psobject].Assembly.Location + [System.Data.SqlClient.SqlConnection].Assembly.Location
$made = "$Into.$PID.dll"
Add-Type -Path (Get-ChildItem -Path "$PSScriptRoot/windows/*.cs").FullName -ReferencedAssemblies $references -OutputAssembly $made -IgnoreWarnings -WarningAction SilentlyContinue
# Another process may have been faster.
Move-Item -LiteralPath $made -Destination $Into -Force
