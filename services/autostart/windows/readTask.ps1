# What the Task Scheduler has under this name; null where there is nothing. Rights are read as far as the user may.
param([Parameter(Mandatory = $true)] $Asked)

$task = Get-ScheduledTask -TaskPath $Asked.path -TaskName $Asked.name -ErrorAction SilentlyContinue
if (-not $task) { return @{ task = $null } }
$action = @($task.Actions)[0]
$info = Get-ScheduledTaskInfo -TaskPath $Asked.path -TaskName $Asked.name
$account = [string] $task.Principal.UserId

$rights = $null
try {
    . "$PSScriptRoot/../../directory/userRights.ps1"
    $rights = @{
        account = Get-Sid $account
        batch   = Get-Holders 'SeBatchLogonRight'
        denied  = Get-Holders 'SeDenyBatchLogonRight'
    }
}
catch { $rights = $null }

@{
    task = @{
        state      = [string] $task.State
        account    = $account
        logonType  = [string] $task.Principal.LogonType
        runLevel   = [string] $task.Principal.RunLevel
        program    = [string] $action.Execute
        arguments  = [string] $action.Arguments
        atStart    = @($task.Triggers | Where-Object { $_.CimClass.CimClassName -eq 'MSFT_TaskBootTrigger' -and $_.Enabled }).Count -gt 0
        timeLimit  = [string] $task.Settings.ExecutionTimeLimit
        lastResult = [long] $info.LastTaskResult
        rights     = $rights
    }
}
