# Runs a script in a process of its own under the described Windows: what stands after -File is handed on.
$script = $args[0]
$rest = @($args | Select-Object -Skip 1)
$named = @{}
for ($at = 0; $at -lt $rest.Count; $at++) {
    $name = $rest[$at].TrimStart('-')
    $isSwitch = $at + 1 -ge $rest.Count -or $rest[$at + 1].StartsWith('-')
    if ($isSwitch) { $named[$name] = $true } else { $named[$name] = $rest[++$at] }
}
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
. "$PSScriptRoot/enterWindows.ps1" $env:MIM_SETUP_TEST_STAND_INS
& $script @named
exit $LASTEXITCODE
