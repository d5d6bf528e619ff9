using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace StandIn;

// The module ScheduledTasks: what is registered is kept. A definition is an object on its way from cmdlet to cmdlet.

public sealed record TaskAction(string Execute, string Arguments, string WorkingDirectory);
public sealed record TaskClass(string CimClassName);
public sealed record TaskTrigger(TaskClass CimClass, bool Enabled);
public sealed record TaskPrincipal(string UserId, string LogonType, string RunLevel);
public sealed record TaskSettings(string ExecutionTimeLimit, int RestartCount, string RestartInterval, string MultipleInstances, int Priority, bool StartWhenAvailable, bool DisallowStartIfOnBatteries, bool StopIfGoingOnBatteries);
public sealed record ScheduledTask(string TaskPath, string TaskName, string State, string Description, TaskAction[] Actions, TaskTrigger[] Triggers, TaskPrincipal Principal, TaskSettings Settings, long LastTaskResult);
public sealed record TaskInfo(long LastTaskResult);

public static class Tasks
{
    public static JsonArray All => (JsonArray)World.Kept("tasks")?.DeepClone() ?? [];

    public static bool Is(JsonNode task, string path, string name) =>
        string.Equals((string)task["TaskPath"], path, StringComparison.OrdinalIgnoreCase) && string.Equals((string)task["TaskName"], name, StringComparison.OrdinalIgnoreCase);

    public static ScheduledTask Find(string path, string name) =>
        All.FirstOrDefault(one => Is(one, path, name)) is JsonNode found ? System.Text.Json.JsonSerializer.Deserialize<ScheduledTask>(found) : null;
}

[Cmdlet("New", "ScheduledTaskAction")]
public sealed class NewScheduledTaskAction : PSCmdlet
{
    [Parameter(Mandatory = true)] public string Execute { get; set; }
    [Parameter] public string Argument { get; set; }
    [Parameter] public string WorkingDirectory { get; set; }

    protected override void EndProcessing() => WriteObject(new TaskAction(Execute, Argument, WorkingDirectory));
}

[Cmdlet("New", "ScheduledTaskTrigger")]
public sealed class NewScheduledTaskTrigger : PSCmdlet
{
    [Parameter(Mandatory = true)] public SwitchParameter AtStartup { get; set; }
    [Parameter] public TimeSpan RandomDelay { get; set; }

    protected override void EndProcessing() => WriteObject(new TaskTrigger(new TaskClass("MSFT_TaskBootTrigger"), true));
}

[Cmdlet("New", "ScheduledTaskPrincipal")]
public sealed class NewScheduledTaskPrincipal : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string UserId { get; set; }
    [Parameter] [ValidateSet("None", "Password", "S4U", "Interactive", "Group", "ServiceAccount", "InteractiveOrPassword")] public string LogonType { get; set; } = "Interactive";
    [Parameter] [ValidateSet("Limited", "Highest")] public string RunLevel { get; set; } = "Limited";

    protected override void EndProcessing() => WriteObject(new TaskPrincipal(UserId, LogonType, RunLevel));
}

[Cmdlet("New", "ScheduledTaskSettingsSet")]
public sealed class NewScheduledTaskSettingsSet : PSCmdlet
{
    [Parameter] public SwitchParameter AllowStartIfOnBatteries { get; set; }
    [Parameter] public SwitchParameter DontStopIfGoingOnBatteries { get; set; }
    [Parameter] public SwitchParameter DontStopOnIdleEnd { get; set; }
    [Parameter] public SwitchParameter StartWhenAvailable { get; set; }
    [Parameter] public TimeSpan ExecutionTimeLimit { get; set; } = TimeSpan.FromDays(3);
    [Parameter] public int RestartCount { get; set; }
    [Parameter] public TimeSpan RestartInterval { get; set; }
    [Parameter] [ValidateSet("Parallel", "Queue", "IgnoreNew")] public string MultipleInstances { get; set; } = "IgnoreNew";
    [Parameter] [ValidateRange(0, 10)] public int Priority { get; set; } = 7;

    protected override void EndProcessing()
    {
        // "The minimum time is 1 minute"; the number of tries is a byte (Task Scheduler Schema, RestartOnFailure).
        if (RestartCount != 0 && (RestartInterval < TimeSpan.FromMinutes(1) || RestartCount is < 1 or > 255))
            throw new ArgumentException("The task XML contains a value which is incorrectly formatted or out of range.");
        var limit = ExecutionTimeLimit == TimeSpan.Zero ? "PT0S" : System.Xml.XmlConvert.ToString(ExecutionTimeLimit);
        WriteObject(new TaskSettings(limit, RestartCount, System.Xml.XmlConvert.ToString(RestartInterval), MultipleInstances, Priority, StartWhenAvailable, !AllowStartIfOnBatteries, !DontStopIfGoingOnBatteries));
    }
}

[Cmdlet("New", "ScheduledTask")]
public sealed class NewScheduledTask : PSCmdlet
{
    [Parameter] public TaskAction[] Action { get; set; } = [];
    [Parameter] public TaskTrigger[] Trigger { get; set; } = [];
    [Parameter] public TaskPrincipal Principal { get; set; }
    [Parameter] public TaskSettings Settings { get; set; }
    [Parameter] public string Description { get; set; }

    protected override void EndProcessing() => WriteObject(new ScheduledTask(null, null, "Ready", Description, Action, Trigger, Principal, Settings, 267011));
}

[Cmdlet("Register", "ScheduledTask")]
public sealed class RegisterScheduledTask : PSCmdlet
{
    [Parameter(Mandatory = true)] public string TaskName { get; set; }
    [Parameter] public string TaskPath { get; set; } = "\\";
    [Parameter(Mandatory = true)] public ScheduledTask InputObject { get; set; }
    [Parameter] public string User { get; set; }
    [Parameter] public string Password { get; set; }
    [Parameter] public SwitchParameter Force { get; set; }

    protected override void EndProcessing()
    {
        var principal = InputObject.Principal;
        World.Called("Register-ScheduledTask", TaskPath + TaskName);
        if (World.Text("accounts", principal.UserId) is null) throw new InvalidOperationException("No mapping between account names and security IDs was done.");
        // Windows retrieves the password of a managed account by itself; of others it has to be told.
        if (principal.LogonType == "Password" && Password is null && !principal.UserId.EndsWith('$')) throw new InvalidOperationException("The user name or password is incorrect.");
        var tasks = Tasks.All;
        var before = tasks.FirstOrDefault(one => Tasks.Is(one, TaskPath, TaskName));
        if (before is not null && !Force) throw new InvalidOperationException("Cannot create a file when that file already exists.");
        if (before is not null) tasks.Remove(before);
        var task = InputObject with { TaskPath = TaskPath, TaskName = TaskName };
        tasks.Add(System.Text.Json.JsonSerializer.SerializeToNode(task));
        World.Keep("tasks", tasks);
        WriteObject(task);
    }
}

[Cmdlet("Get", "ScheduledTask")]
public sealed class GetScheduledTask : PSCmdlet
{
    [Parameter(Position = 0)] public string TaskName { get; set; }
    [Parameter(Position = 1)] public string TaskPath { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-ScheduledTask", TaskPath + TaskName);
        if (Tasks.Find(TaskPath, TaskName) is ScheduledTask task) WriteObject(task);
        else WriteError(new ErrorRecord(new ItemNotFoundException($"No MSFT_ScheduledTask objects found with property 'TaskName' equal to '{TaskName}'."), "CmdletizationQuery_NotFound_TaskName", ErrorCategory.ObjectNotFound, TaskName));
    }
}

[Cmdlet("Get", "ScheduledTaskInfo")]
public sealed class GetScheduledTaskInfo : PSCmdlet
{
    [Parameter(Position = 0)] public string TaskName { get; set; }
    [Parameter(Position = 1)] public string TaskPath { get; set; }

    protected override void EndProcessing() => WriteObject(new TaskInfo(Tasks.Find(TaskPath, TaskName).LastTaskResult));
}

[Cmdlet("Unregister", "ScheduledTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class UnregisterScheduledTask : PSCmdlet
{
    [Parameter(Position = 0)] public string TaskName { get; set; }
    [Parameter] public string TaskPath { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Unregister-ScheduledTask", TaskPath + TaskName);
        if (!ShouldProcess(TaskPath + TaskName)) return;
        var tasks = Tasks.All;
        tasks.Remove(tasks.First(one => Tasks.Is(one, TaskPath, TaskName)));
        World.Keep("tasks", tasks);
    }
}
