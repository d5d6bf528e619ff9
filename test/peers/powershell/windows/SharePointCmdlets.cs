using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

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

/// <summary>What SharePoint's cmdlets throw for what is not there, and for what they cannot bind.</summary>
public sealed class SPCmdletPipeBindException(string message) : Exception(message);

/// <summary>A site collection; what is changed of it, and of its web application once that is updated, is kept.</summary>
public sealed class SPSite(JsonObject site) : IDisposable
{
    public string Url => (string)site["url"];
    public int CompatibilityLevel => (int)site["compatibilityLevel"];
    public bool AllowSelfServiceUpgrade
    {
        get => (bool)site["selfServiceUpgrade"];
        set { site["selfServiceUpgrade"] = value; SPSites.Save(site); }
    }
    /// <summary>SharePoint 2016 has no property for the extensions of ASP.NET.</summary>
    public object WebApplication => site["blockedExtensions"] is JsonArray ? new SPWebApplication(site) : new object();
    public void Dispose() => World.Note(new { disposed = Url });
}

public sealed class SPWebApplication(JsonObject site)
{
    public List<string> BlockedASPNetExtensions { get; } = site["blockedExtensions"].AsArray().Select(one => (string)one).ToList();

    public void Update()
    {
        site["blockedExtensions"] = new JsonArray(BlockedASPNetExtensions.Select(one => (JsonNode)one).ToArray());
        SPSites.Save(site);
    }
}

public static class SPSites
{
    public static JsonObject[] All() => World.Kept("siteCollections") is JsonArray sites ? sites.Select(one => (JsonObject)one.DeepClone()).ToArray() : [];
    public static void Save(JsonObject site) =>
        World.Keep("siteCollections", new JsonArray(All().Select(one => (JsonNode)((string)one["url"] == (string)site["url"] ? site.DeepClone() : one)).ToArray()));
}

[Cmdlet("Get", "SPSite")]
public sealed class GetSPSite : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }
    [Parameter] public object AssignmentCollection { get; set; }
    [Parameter] public SwitchParameter Regex { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-SPSite", Identity);
        var site = SPSites.All().FirstOrDefault(one => string.Equals((string)one["url"], Identity, StringComparison.OrdinalIgnoreCase));
        if (site is not null) WriteObject(new SPSite(site));
        else WriteError(new ErrorRecord(new SPCmdletPipeBindException($"Cannot find an SPSite object with Id or Url: {Identity}."), "Microsoft.SharePoint.PowerShell.SPCmdletGetSite", ErrorCategory.InvalidData, Identity));
    }
}

[Cmdlet("New", "SPSite")]
public sealed class NewSPSite : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Url { get; set; }
    [Parameter(Mandatory = true)] public string OwnerAlias { get; set; }
    [Parameter] public string Template { get; set; }
    [Parameter] public int CompatibilityLevel { get; set; }
    [Parameter] public string Name { get; set; }

    protected override void EndProcessing()
    {
        World.Called("New-SPSite", Url);
        var site = new JsonObject { ["url"] = Url, ["compatibilityLevel"] = CompatibilityLevel, ["selfServiceUpgrade"] = false, ["template"] = Template, ["owner"] = OwnerAlias };
        World.Keep("siteCollections", new JsonArray(SPSites.All().Append(site).Select(one => (JsonNode)one.DeepClone()).ToArray()));
        WriteObject(new SPSite(site));
    }
}

/// <summary>It asks before it deletes: the question is answered with Yes here.</summary>
[Cmdlet("Remove", "SPSite")]
public sealed class RemoveSPSite : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }
    [Parameter] public SwitchParameter Confirm { get; set; }

    protected override void EndProcessing()
    {
        World.Called(Confirm ? "Remove-SPSite -Confirm" : "Remove-SPSite", Identity);
        World.Keep("siteCollections", new JsonArray(SPSites.All().Where(one => (string)one["url"] != Identity).Select(one => (JsonNode)one.DeepClone()).ToArray()));
    }
}

[Cmdlet("Get", "SPWebTemplate")]
public sealed class GetSPWebTemplate : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }
    [Parameter] public int CompatibilityLevel { get; set; }

    protected override void EndProcessing() => WriteObject(Identity);
}
