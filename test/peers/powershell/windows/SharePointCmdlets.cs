using System.Management.Automation;

namespace StandIn;

public sealed class SPFarm
{
    public bool CurrentUserIsAdministrator()
    {
        World.Called("SPFarm.CurrentUserIsAdministrator", null);
        return World.IsTrue("sharePoint", "administrator");
    }
}

[Cmdlet("Get", "SPFarm")]
public sealed class GetSPFarm : PSCmdlet
{
    [Parameter] public object AssignmentCollection { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-SPFarm", null);
        WriteObject(new SPFarm());
    }
}

/// <summary>A solution of the farm; `JobExists` while a timer job for it waits or runs (SPSolution.JobExists).</summary>
public sealed record SPSolution(string Name, bool JobExists);

[Cmdlet("Get", "SPSolution")]
public sealed class GetSPSolution : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }
    [Parameter] public object AssignmentCollection { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-SPSolution", Identity);
        foreach (var one in World.Each("sharePoint", "solutions")) WriteObject(new SPSolution((string)one["name"], (bool)one["jobExists"]));
    }
}
