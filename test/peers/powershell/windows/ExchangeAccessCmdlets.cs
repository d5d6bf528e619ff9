using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace StandIn;

// What ExchangeOnlineManagement has for groups, for the switches of Exchange Web Services, and for roles of applications.

static class Exchange
{
    /// <summary>A part of the organization, by name; only for somebody who has signed in.</summary>
    public static JsonObject Load(string part, string cmdlet)
    {
        if (Policies.ConnectedIn != World.Folder) throw new CommandNotFoundException($"The term '{cmdlet}' is not recognized as a name of a cmdlet, function, script file, or executable program.");
        return World.Kept(part)?.DeepClone() as JsonObject ?? [];
    }

    public static PSObject Shown(params (string Name, object Value)[] properties)
    {
        var shown = new PSObject();
        foreach (var (name, value) in properties) shown.Properties.Add(new PSNoteProperty(name, value));
        return shown;
    }

    public static ErrorRecord NotFound(string what) => new(new InvalidOperationException($"The object '{what}' couldn't be found."), "ManagementObjectNotFoundException", ErrorCategory.ObjectNotFound, what);

    public static string DistinguishedName(string group) => $"CN={group},OU=contoso.onmicrosoft.com,DC=PROD,DC=OUTLOOK,DC=COM";
}

[Cmdlet("Get", "DistributionGroup")]
public sealed class GetDistributionGroup : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-DistributionGroup", Identity);
        if (Exchange.Load("groups", "Get-DistributionGroup").ContainsKey(Identity)) WriteObject(Exchange.Shown(("PrimarySmtpAddress", Identity), ("DistinguishedName", Exchange.DistinguishedName(Identity))));
        else WriteError(Exchange.NotFound(Identity));
    }
}

public enum GroupType { Distribution, Security }

public enum MemberUpdateType { Closed, Open, ApprovalRequired }

[Cmdlet("New", "DistributionGroup", SupportsShouldProcess = true)]
public sealed class NewDistributionGroup : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Name { get; set; }
    [Parameter] public string PrimarySmtpAddress { get; set; }
    [Parameter] public GroupType Type { get; set; }
    [Parameter] public MemberUpdateType MemberJoinRestriction { get; set; }
    [Parameter] public string[] Members { get; set; }

    protected override void EndProcessing()
    {
        World.Called("New-DistributionGroup", new { Name, PrimarySmtpAddress, Type = Type.ToString() });
        var groups = Exchange.Load("groups", "New-DistributionGroup");
        groups[PrimarySmtpAddress ?? Name] = new JsonArray();
        World.Keep("groups", groups);
        WriteObject(Exchange.Shown(("Name", Name)));
    }
}

[Cmdlet("Get", "DistributionGroupMember")]
public sealed class GetDistributionGroupMember : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }
    [Parameter] public object ResultSize { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-DistributionGroupMember", Identity);
        foreach (var member in Exchange.Load("groups", "Get-DistributionGroupMember")[Identity]?.AsArray() ?? []) WriteObject(Exchange.Shown(("PrimarySmtpAddress", (string)member)));
    }
}

[Cmdlet("Add", "DistributionGroupMember", SupportsShouldProcess = true)]
public sealed class AddDistributionGroupMember : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }
    [Parameter] public string Member { get; set; }
    [Parameter] public SwitchParameter BypassSecurityGroupManagerCheck { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Add-DistributionGroupMember", new { Identity, Member });
        var groups = Exchange.Load("groups", "Add-DistributionGroupMember");
        groups[Identity].AsArray().Add(Member);
        World.Keep("groups", groups);
    }
}

[Cmdlet("Get", "OrganizationConfig")]
public sealed class GetOrganizationConfig : PSCmdlet
{
    [Parameter] public SwitchParameter RetrieveEwsOperationAccessPolicy { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-OrganizationConfig", RetrieveEwsOperationAccessPolicy.IsPresent);
        var organization = Exchange.Load("organization", "Get-OrganizationConfig");
        // The allow list is told only to who asks for it.
        var allowed = RetrieveEwsOperationAccessPolicy ? (string)organization["allowed"] : null;
        WriteObject(Exchange.Shown(("EwsEnabled", (bool?)organization["enabled"]), ("EwsAllowedAppIDs", allowed)));
    }
}

[Cmdlet("Set", "OrganizationConfig", SupportsShouldProcess = true)]
public sealed class SetOrganizationConfig : PSCmdlet
{
    [Parameter] public bool? EwsEnabled { get; set; }
    [Parameter] public string EwsAllowedAppIDs { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Set-OrganizationConfig", new { EwsEnabled, EwsAllowedAppIDs });
        var organization = Exchange.Load("organization", "Set-OrganizationConfig");
        if (EwsEnabled is bool enabled) organization["enabled"] = enabled;
        if (EwsAllowedAppIDs is string allowed) organization["allowed"] = allowed;
        World.Keep("organization", organization);
    }
}

[Cmdlet("Get", "CASMailbox")]
public sealed class GetCasMailbox : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-CASMailbox", Identity);
        WriteObject(Exchange.Shown(("EwsEnabled", (bool?)Exchange.Load("casMailboxes", "Get-CASMailbox")[Identity])));
    }
}

[Cmdlet("Set", "CASMailbox", SupportsShouldProcess = true)]
public sealed class SetCasMailbox : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }
    [Parameter] public bool? EwsEnabled { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Set-CASMailbox", new { Identity, EwsEnabled });
        var mailboxes = Exchange.Load("casMailboxes", "Set-CASMailbox");
        mailboxes[Identity] = EwsEnabled;
        World.Keep("casMailboxes", mailboxes);
    }
}

[Cmdlet("Get", "ServicePrincipal")]
public sealed class GetServicePrincipal : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-ServicePrincipal", Identity);
        if (Exchange.Load("principals", "Get-ServicePrincipal").ContainsKey(Identity)) WriteObject(Exchange.Shown(("ObjectId", Identity)));
        else WriteError(Exchange.NotFound(Identity));
    }
}

[Cmdlet("New", "ServicePrincipal", SupportsShouldProcess = true)]
public sealed class NewServicePrincipal : PSCmdlet
{
    [Parameter(Mandatory = true)] public string AppId { get; set; }
    [Parameter(Mandatory = true)] public string ObjectId { get; set; }
    [Parameter] public string DisplayName { get; set; }

    protected override void EndProcessing()
    {
        World.Called("New-ServicePrincipal", new { AppId, ObjectId, DisplayName });
        var principals = Exchange.Load("principals", "New-ServicePrincipal");
        principals[ObjectId] = AppId;
        World.Keep("principals", principals);
        WriteObject(Exchange.Shown(("ObjectId", ObjectId)));
    }
}

[Cmdlet("Get", "ManagementScope")]
public sealed class GetManagementScope : PSCmdlet
{
    [Parameter(Position = 0)] public string Identity { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-ManagementScope", Identity);
        if (Exchange.Load("scopes", "Get-ManagementScope").ContainsKey(Identity)) WriteObject(Exchange.Shown(("Name", Identity)));
        else WriteError(Exchange.NotFound(Identity));
    }
}

[Cmdlet("New", "ManagementScope", SupportsShouldProcess = true)]
public sealed class NewManagementScope : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Name { get; set; }
    [Parameter(Mandatory = true)] public string RecipientRestrictionFilter { get; set; }

    protected override void EndProcessing()
    {
        World.Called("New-ManagementScope", new { Name, RecipientRestrictionFilter });
        if (Name.Length > 64) throw new ArgumentException("The length of the property is too long. The maximum length is 64.");
        var scopes = Exchange.Load("scopes", "New-ManagementScope");
        scopes[Name] = RecipientRestrictionFilter;
        World.Keep("scopes", scopes);
        WriteObject(Exchange.Shown(("Name", Name)));
    }
}

[Cmdlet("New", "ManagementRoleAssignment", SupportsShouldProcess = true)]
public sealed class NewManagementRoleAssignment : PSCmdlet
{
    [Parameter(Mandatory = true)] public string App { get; set; }
    [Parameter(Mandatory = true)] public string Role { get; set; }
    [Parameter] public string CustomResourceScope { get; set; }

    protected override void EndProcessing()
    {
        World.Called("New-ManagementRoleAssignment", new { App, Role, CustomResourceScope });
        var roles = Exchange.Load("roles", "New-ManagementRoleAssignment");
        roles[App] = new JsonObject { ["role"] = Role, ["scope"] = CustomResourceScope };
        World.Keep("roles", roles);
        WriteObject(Exchange.Shown(("Role", Role)));
    }
}

[Cmdlet("Test", "ServicePrincipalAuthorization")]
public sealed class TestServicePrincipalAuthorization : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string Identity { get; set; }
    [Parameter] public string Resource { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Test-ServicePrincipalAuthorization", new { Identity, Resource });
        if (Exchange.Load("roles", "Test-ServicePrincipalAuthorization")[Identity] is not JsonObject role) return;
        var filter = (string)Exchange.Load("scopes", "Test-ServicePrincipalAuthorization")[(string)role["scope"]];
        var inScope = Exchange.Load("groups", "Test-ServicePrincipalAuthorization").Any(group =>
            filter == $"MemberOfGroup -eq '{Exchange.DistinguishedName(group.Key).Replace("'", "''")}'" && group.Value.AsArray().Any(member => (string)member == Resource));
        WriteObject(Exchange.Shown(("RoleName", (string)role["role"]), ("AllowedResourceScope", (string)role["scope"]), ("InScope", inScope.ToString())));
    }
}
