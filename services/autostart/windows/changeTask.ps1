# Has the Task Scheduler start a program with Windows, or takes that back. A group managed account is logged on by Windows itself,
# with LogonType Password and without one; every other account by S4U, for which no password is kept either.
param([Parameter(Mandatory = $true)] $Asked)

$there = Get-ScheduledTask -TaskPath $Asked.path -TaskName $Asked.name -ErrorAction SilentlyContinue

if ($Asked.change -eq 'remove') {
    if ($there) { Unregister-ScheduledTask -TaskPath $Asked.path -TaskName $Asked.name -Confirm:$false }
    return @{ there = [bool] $there }
}

$action = New-ScheduledTaskAction -Execute $Asked.program -Argument $Asked.arguments -WorkingDirectory $Asked.folder
$trigger = New-ScheduledTaskTrigger -AtStartup
$principal = New-ScheduledTaskPrincipal -UserId $Asked.account -LogonType $Asked.logonType -RunLevel Highest
$always = @{
    AllowStartIfOnBatteries    = $true
    DontStopIfGoingOnBatteries = $true
    DontStopOnIdleEnd          = $true
    StartWhenAvailable         = $true
    # Without it, it would be ended after three days.
    ExecutionTimeLimit         = [TimeSpan]::Zero
    RestartCount               = 255
    RestartInterval            = [TimeSpan]::FromMinutes(1)
    MultipleInstances          = 'IgnoreNew'
    # Below 7, which is the default, an installer that it begins is as quick as one that a user begins.
    Priority                   = 5
}
$settings = New-ScheduledTaskSettingsSet @always
$task = New-ScheduledTask -Action $action -Trigger $trigger -Principal $principal -Settings $settings -Description $Asked.description
$null = Register-ScheduledTask -TaskPath $Asked.path -TaskName $Asked.name -InputObject $task -Force
@{ there = [bool] $there }
