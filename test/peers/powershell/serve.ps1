# Runs script after script, each in a runspace of its own, in strict mode and stopping at errors, under the Windows that it is told:
# starting PowerShell anew for each case would take most of the tests' time. A line of JSON asks, a line of JSON answers.
param([Parameter(Mandatory = $true)] [string] $StandIns)
$ErrorActionPreference = 'Stop'
$answers = [Console]::Out

while ($null -ne ($line = [Console]::In.ReadLine())) {
    $asked = ConvertFrom-Json -InputObject $line -AsHashtable
    $before = @{}
    foreach ($name in $asked.environment.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        $value = $asked.environment[$name]
        if ($name -eq 'PSModulePath') { $value = "$value$([IO.Path]::PathSeparator)$PSHOME/Modules" }
        [Environment]::SetEnvironmentVariable($name, $value)
    }
    $printed = [IO.StringWriter]::new()
    [Console]::SetOut($printed)
    $runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $runspace.Open()
    $shell = [powershell]::Create()
    $shell.Runspace = $runspace
    $null = $shell.AddScript({
            param($enter, $standIns, $folder, $script, $arguments)
            Set-StrictMode -Version Latest
            $ErrorActionPreference = 'Stop'
            if ($standIns) { . $enter $standIns }
            if ($folder) { Set-Location -LiteralPath $folder }
            & $script @arguments
        }).AddArgument("$PSScriptRoot/enterWindows.ps1").AddArgument($(if ($asked.windows) { $StandIns })).AddArgument($asked.folder).AddArgument($asked.script).AddArgument($asked.arguments)
    $failure = $null
    $output = @()
    try { $output = @($shell.Invoke() | ForEach-Object { "$_" }) }
    catch { $failure = $_.Exception.InnerException ? $_.Exception.InnerException.Message : $_.Exception.Message }
    $answer = @{
        printed = $printed.ToString()
        output = $output
        said = @($shell.Streams.Information | ForEach-Object { "$_" })
        error = $failure
        exitCode = $runspace.SessionStateProxy.GetVariable('LASTEXITCODE')
    }
    $shell.Dispose()
    if ($asked.windows) { [StandIn.OtherInstallation]::End() }
    $runspace.Dispose()
    [Console]::SetOut($answers)
    foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
    $answers.WriteLine((ConvertTo-Json -InputObject $answer -Compress -Depth 4))
}
