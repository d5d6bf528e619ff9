using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace StandIn;

// ExchangeOnlineManagement, with the parameters of its reference pages. All but the first come into being by Connect-ExchangeOnline.

public enum ExchangeEnvironment { O365Default, O365China, O365GermanyCloud, O365USGovDoD, O365USGovGCCHigh }

public enum ApplicationAccessPolicyRight { RestrictAccess, DenyAccess }

[Cmdlet("Connect", "ExchangeOnline")]
public sealed class ConnectExchangeOnline : PSCmdlet
{
    [Parameter(Position = 0)] public string ConnectionUri { get; set; }
    [Parameter(Position = 1)] public string AzureADAuthorizationEndpointUri { get; set; }
    [Parameter(Position = 2)] public ExchangeEnvironment ExchangeEnvironmentName { get; set; }
    [Parameter] public string UserPrincipalName { get; set; }
    [Parameter] public PSCredential Credential { get; set; }
    [Parameter] public string AppId { get; set; }
    [Parameter] public string CertificateThumbprint { get; set; }
    [Parameter] public string Organization { get; set; }
    [Parameter] public SwitchParameter Device { get; set; }
    [Parameter] public bool ShowBanner { get; set; } = true;
    [Parameter] public bool ShowProgress { get; set; } = true;

    protected override void EndProcessing()
    {
        World.Called("Connect-ExchangeOnline", ExchangeEnvironmentName.ToString());
        if (ShowBanner) WriteInformation("This V3 EXO PowerShell module contains new REST API backed Exchange Online cmdlets.", ["PSHOST"]);
        Policies.ConnectedIn = World.Folder;
    }
}

static class Policies
{
    public static string ConnectedIn;

    public static List<JsonNode> Load(string cmdlet)
    {
        if (ConnectedIn != World.Folder) throw new CommandNotFoundException($"The term '{cmdlet}' is not recognized as a name of a cmdlet, function, script file, or executable program.");
        return ((World.Kept("policies") as JsonArray) ?? []).Select(one => one.DeepClone()).ToList();
    }

    public static PSObject Shown(JsonNode policy)
    {
        var shown = new PSObject();
        foreach (var (name, value) in policy.AsObject()) shown.Properties.Add(new PSNoteProperty(name, (string)value));
        return shown;
    }
}

[Cmdlet("New", "ApplicationAccessPolicy", SupportsShouldProcess = true)]
public sealed class NewApplicationAccessPolicy : PSCmdlet
{
    [Parameter(Mandatory = true)] public ApplicationAccessPolicyRight AccessRight { get; set; }
    [Parameter(Mandatory = true)] public string[] AppId { get; set; }
    [Parameter(Mandatory = true)] public string PolicyScopeGroupId { get; set; }
    [Parameter] public string Description { get; set; }

    protected override void EndProcessing()
    {
        World.Called("New-ApplicationAccessPolicy", new { AccessRight = AccessRight.ToString(), AppId, PolicyScopeGroupId, Description });
        var policies = Policies.Load("New-ApplicationAccessPolicy");
        foreach (var app in AppId)
        {
            var policy = new JsonObject { ["ScopeName"] = PolicyScopeGroupId, ["Identity"] = $"e4405d02-8c0a-8c0a-8c0a-45239eb45a9f\\{app}:S-1-5-21-1;{policies.Count}", ["AppId"] = app, ["Description"] = Description, ["AccessRight"] = AccessRight.ToString(), ["IsValid"] = "True" };
            policies.Add(policy);
            WriteObject(Policies.Shown(policy));
        }
        World.Keep("policies", new JsonArray(policies.ToArray()));
    }
}

[Cmdlet("Get", "ApplicationAccessPolicy")]
public sealed class GetApplicationAccessPolicy : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-ApplicationAccessPolicy", Identity);
        foreach (var policy in Policies.Load("Get-ApplicationAccessPolicy")) WriteObject(Policies.Shown(policy));
    }
}

[Cmdlet("Test", "ApplicationAccessPolicy", SupportsShouldProcess = true)]
public sealed class TestApplicationAccessPolicy : PSCmdlet
{
    [Parameter(Mandatory = true)] public string AppId { get; set; }
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Test-ApplicationAccessPolicy", new { AppId, Identity });
        var scopes = Policies.Load("Test-ApplicationAccessPolicy").Where(one => (string)one["AppId"] == AppId).Select(one => (string)one["ScopeName"]).ToArray();
        var isMember = scopes.Any(group => (World.Kept("groups")?[group] as JsonArray ?? []).Any(one => (string)one == Identity));
        var result = new PSObject();
        result.Properties.Add(new PSNoteProperty("AppId", AppId));
        result.Properties.Add(new PSNoteProperty("Mailbox", Identity));
        result.Properties.Add(new PSNoteProperty("AccessCheckResult", scopes.Length == 0 || isMember ? "Granted" : "Denied"));
        WriteObject(result);
    }
}
