using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.ResourceManagement.Automation.ObjectModel;

namespace StandIn;

// FIMAutomation, the snap-in of the MIM Service, over the rules that a test has described: `{ name, disabled }`, where disabled is
// "True", "False", or null for an attribute that was never set.

[Cmdlet("Export", "FIMConfig")]
public sealed class ExportFimConfig : PSCmdlet
{
    [Parameter] public string Uri { get; set; }
    [Parameter] public PSCredential Credential { get; set; }
    [Parameter] public SwitchParameter PolicyConfig { get; set; }
    [Parameter] public SwitchParameter PortalConfig { get; set; }
    [Parameter] public SwitchParameter SchemaConfig { get; set; }
    [Parameter] public string[] CustomConfig { get; set; }
    [Parameter] public SwitchParameter AllLocales { get; set; }
    [Parameter] public SwitchParameter OnlyBaseResources { get; set; }
    [Parameter] public int MessageSize { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Export-FIMConfig", new { Uri, CustomConfig });
        var wanted = Regex.Match(CustomConfig[0], "^/ManagementPolicyRule\\[DisplayName='([^']*)'\\]$").Groups[1].Value;
        foreach (var rule in Rules.Load().Where(rule => (string)rule["name"] == wanted))
        {
            var attributes = new List<ResourceManagementAttribute> { new() { AttributeName = "DisplayName", Value = wanted } };
            if (rule["disabled"] is { } disabled) attributes.Add(new() { AttributeName = "Disabled", Value = (string)disabled });
            WriteObject(new ExportObject { ResourceManagementObject = new() { ObjectIdentifier = (string)rule["id"], ObjectType = "ManagementPolicyRule", ResourceManagementAttributes = [.. attributes] } });
        }
    }
}

[Cmdlet("Import", "FIMConfig", SupportsShouldProcess = true)]
public sealed class ImportFimConfig : PSCmdlet
{
    [Parameter] public string Uri { get; set; }
    [Parameter] public PSCredential Credential { get; set; }
    [Parameter] public int Timeout { get; set; }
    [Parameter(ValueFromPipeline = true)] public ImportObject ImportObject { get; set; }

    protected override void ProcessRecord()
    {
        World.Called("Import-FIMConfig", new { Uri, ImportObject });
        // Imports that could not be carried out are handed back, and are no error.
        if (World.IsTrue("fim", "undone"))
        {
            WriteObject(ImportObject);
            return;
        }
        var rules = Rules.Load();
        var rule = rules.Single(one => (string)one["id"] == ImportObject.TargetObjectIdentifier);
        foreach (var change in ImportObject.Changes)
            if (ImportObject.State == ImportState.Put && change is { Operation: ImportOperation.Replace, AttributeName: "Disabled" }) rule["disabled"] = change.AttributeValue;
        World.Keep("rules", new JsonArray(rules.Select(one => one.DeepClone()).ToArray()));
    }
}

static class Rules
{
    public static JsonNode[] Load() => ((World.Kept("rules") as JsonArray) ?? []).ToArray();
}
