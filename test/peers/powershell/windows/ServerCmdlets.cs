using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace StandIn;

// Features and services of a Windows Server that scripts change. What is changed is kept.

/// <summary>A feature as Get-WindowsFeature gives it (Microsoft.Windows.ServerManager.Commands.Feature).</summary>
public sealed record Feature(string Name, bool Installed);

[Cmdlet("Get", "WindowsFeature")]
public sealed class GetWindowsFeature : PSCmdlet
{
    [Parameter(Position = 0)] public string[] Name { get; set; } = ["*"];
    [Parameter] public string ComputerName { get; set; }
    [Parameter] public string Vhd { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-WindowsFeature", Name);
        foreach (var (name, installed) in (JsonObject)World.Kept("features")) WriteObject(new Feature(name, (bool)installed));
    }
}

[Cmdlet("Install", "WindowsFeature")]
public sealed class InstallWindowsFeature : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string[] Name { get; set; }
    [Parameter] public SwitchParameter IncludeAllSubFeature { get; set; }
    [Parameter] public SwitchParameter IncludeManagementTools { get; set; }
    [Parameter] public SwitchParameter Restart { get; set; }
    [Parameter] public string[] Source { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Install-WindowsFeature", Name);
        var features = (JsonObject)World.Kept("features").DeepClone();
        foreach (var name in Name)
        {
            if (!features.ContainsKey(name)) throw new InvalidOperationException($"ArgumentNotValid: The role, role service, or feature name is not valid: '{name}'.");
            features[name] = true;
        }
        World.Keep("features", features);
    }
}

[Cmdlet("Set", "Service")]
public sealed class SetService : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Name { get; set; }
    [Parameter] [ValidateSet("Automatic", "Manual", "Disabled")] public string StartupType { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Set-Service", Name);
        World.Note(new { startupType = StartupType });
    }
}

[Cmdlet("Start", "Service")]
public sealed class StartService : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string[] Name { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Start-Service", Name);
        var services = (JsonObject)World.Kept("services").DeepClone();
        foreach (var name in Name) services[name] = "Running";
        World.Keep("services", services);
    }
}
