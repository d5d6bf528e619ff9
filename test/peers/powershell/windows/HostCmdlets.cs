using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;

namespace StandIn;

// Cmdlets that only Windows has, with the parameters of their reference pages. Compiled as those are, so that preferences, binding and
// errors are PowerShell's own.

[Cmdlet("Get", "CimInstance", DefaultParameterSetName = "ClassNameComputerSet")]
public sealed class GetCimInstance : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)] public string ClassName { get; set; }
    [Parameter] public string[] ComputerName { get; set; }
    [Parameter] public string Filter { get; set; }
    [Parameter] public SwitchParameter KeyOnly { get; set; }
    [Parameter] public string Namespace { get; set; }
    [Parameter] public uint OperationTimeoutSec { get; set; }
    [Parameter] public string[] Property { get; set; }
    [Parameter] public string QueryDialect { get; set; }
    [Parameter] public SwitchParameter Shallow { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-CimInstance", ClassName);
        if (ClassName != "Win32_OperatingSystem")
        {
            WriteError(new ErrorRecord(new InvalidOperationException("Invalid class "), "HRESULT 0x80041010", ErrorCategory.MetadataError, ClassName));
            return;
        }
        // Texts and numbers as the class has them (Win32_OperatingSystem: BuildNumber a string, ProductType a uint32).
        var system = new PSObject();
        system.Properties.Add(new PSNoteProperty("Caption", World.Text("system", "Caption")));
        system.Properties.Add(new PSNoteProperty("BuildNumber", World.Text("system", "BuildNumber")));
        system.Properties.Add(new PSNoteProperty("ProductType", (uint)World.Of("system", "ProductType")));
        WriteObject(system);
    }
}

public enum ServiceControllerStatus { Stopped = 1, StartPending, StopPending, Running, ContinuePending, PausePending, Paused }

public sealed record ServiceController(string Name, ServiceControllerStatus Status);

[Cmdlet("Get", "Service", DefaultParameterSetName = "Default")]
public sealed class GetService : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)] [Alias("ServiceName")] public string[] Name { get; set; } = ["*"];
    [Parameter] public string[] ComputerName { get; set; }
    [Parameter] public SwitchParameter DependentServices { get; set; }
    [Parameter] public SwitchParameter RequiredServices { get; set; }
    [Parameter] public string[] Include { get; set; }
    [Parameter] public string[] Exclude { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            World.Called("Get-Service", name);
            if (World.Kept("services") is JsonObject services && services[name] is JsonValue value && (string)value is string status) WriteObject(new ServiceController(name, Enum.Parse<ServiceControllerStatus>(status)));
            else WriteError(new ErrorRecord(new InvalidOperationException($"Cannot find any service with service name '{name}'."), "NoServiceFoundForGivenName", ErrorCategory.ObjectNotFound, name));
        }
    }
}

public sealed record LocalPrincipal(string Name, Sid SID);

[Cmdlet("Get", "LocalGroupMember", DefaultParameterSetName = "Default")]
public sealed class GetLocalGroupMember : PSCmdlet
{
    [Parameter(Mandatory = true, ParameterSetName = "Group")] public object Group { get; set; }
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Default")] public string Name { get; set; }
    [Parameter(Mandatory = true, ParameterSetName = "SecurityIdentifier")] public Sid SID { get; set; }
    [Parameter(Position = 1)] public string Member { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-LocalGroupMember", SID?.Value);
        if (World.Of("localGroups", SID?.Value ?? "") is not { } members)
        {
            WriteError(new ErrorRecord(new InvalidOperationException($"Group {SID?.Value ?? Name} was not found."), "GroupNotFound", ErrorCategory.ObjectNotFound, SID));
            return;
        }
        foreach (var member in members.AsArray()) WriteObject(new LocalPrincipal("CONTOSO\\" + member, new Sid((string)member)));
    }
}

[Cmdlet("Get", "NetTCPConnection")]
public sealed class GetNetTcpConnection : PSCmdlet
{
    [Parameter(Position = 0)] [Alias("IPAddress")] public string[] LocalAddress { get; set; }
    [Parameter(Position = 1)] public ushort[] LocalPort { get; set; }
    [Parameter] public string[] RemoteAddress { get; set; }
    [Parameter] public ushort[] RemotePort { get; set; }
    [Parameter] [ValidateSet("Closed", "Listen", "SynSent", "SynReceived", "Established", "FinWait1", "FinWait2", "CloseWait", "Closing", "LastAck", "TimeWait", "DeleteTCB", "Bound")]
    public string[] State { get; set; }
    [Parameter] public uint[] OwningProcess { get; set; }
    [Parameter] public int ThrottleLimit { get; set; }
    [Parameter] public SwitchParameter AsJob { get; set; }

    protected override void EndProcessing()
    {
        World.Called("Get-NetTCPConnection", LocalPort);
        var found = World.Each("listeners").Where(one => LocalPort is null || LocalPort.Contains((ushort)(int)one["port"])).ToArray();
        foreach (var one in found)
        {
            var connection = new PSObject();
            connection.Properties.Add(new PSNoteProperty("LocalPort", (ushort)(int)one["port"]));
            connection.Properties.Add(new PSNoteProperty("OwningProcess", (uint)one["process"]));
            WriteObject(connection);
        }
        if (found.Length == 0) WriteError(new ErrorRecord(new ItemNotFoundException($"No matching MSFT_NetTCPConnection objects found by CIM query for instances of the ROOT/StandardCimv2/MSFT_NetTCPConnection class on the CIM server: SELECT * FROM MSFT_NetTCPConnection  WHERE ((LocalPort = {LocalPort?[0]})) AND ((State = 2)). Verify query parameters and retry."), "CmdletizationQuery_NotFound", ErrorCategory.ObjectNotFound, LocalPort));
    }
}

/// <summary>New-Object with -ComObject, which PowerShell has on Windows alone. All else is left to PowerShell's own.</summary>
[Cmdlet("New", "Object", DefaultParameterSetName = "Net")]
public sealed class NewObject : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Net")] public string TypeName { get; set; }
    [Parameter(Position = 1, ParameterSetName = "Net")] public object[] ArgumentList { get; set; } = [];
    [Parameter] public IDictionary Property { get; set; }
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Com")] public string ComObject { get; set; }
    [Parameter(ParameterSetName = "Com")] public SwitchParameter Strict { get; set; }

    protected override void EndProcessing()
    {
        if (ParameterSetName == "Com")
        {
            World.Called("New-Object -ComObject", ComObject);
            WriteObject(ComObject == "WindowsInstaller.Installer" ? new Installer() : throw new InvalidOperationException($"Cannot load COM type {ComObject}."));
            return;
        }
        var parameters = new Hashtable { ["TypeName"] = TypeName };
        if (ArgumentList.Length > 0) parameters["ArgumentList"] = ArgumentList;
        if (Property is not null) parameters["Property"] = Property;
        // In a table, or a list that was made would be taken apart.
        var made = InvokeCommand.InvokeScript("param($parameters) @{ Object = Microsoft.PowerShell.Utility\\New-Object @parameters }", parameters);
        WriteObject(((Hashtable)made[0].BaseObject)["Object"], false);
    }
}

/// <summary>Snap-ins, as Windows PowerShell 5.1 has them: a test says which are registered, and with which module's cmdlets.</summary>
[Cmdlet("Get", "PSSnapin")]
public sealed class GetPSSnapin : PSCmdlet
{
    public static readonly HashSet<string> Added = [];

    [Parameter(Position = 0)] public string[] Name { get; set; } = ["*"];
    [Parameter] public SwitchParameter Registered { get; set; }

    protected override void EndProcessing()
    {
        var known = Registered ? World.Each("snapIns").Select(one => (string)one) : Added;
        foreach (var name in Name)
        {
            World.Called("Get-PSSnapin", name);
            if (known.Contains(name, StringComparer.OrdinalIgnoreCase)) WriteObject(new PSObject(new { Name = name }));
            else WriteError(new ErrorRecord(new PSArgumentException($"No Windows PowerShell snap-ins matching the pattern '{name}' were found. Check the pattern and then try the command again."), "NoPSSnapInsFound", ErrorCategory.InvalidArgument, name));
        }
    }
}

[Cmdlet("Add", "PSSnapin")]
public sealed class AddPSSnapin : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)] public string[] Name { get; set; }
    [Parameter] public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            World.Called("Add-PSSnapin", name);
            if (!World.Each("snapIns").Any(one => (string)one == name))
            {
                WriteError(new ErrorRecord(new PSArgumentException($"The Windows PowerShell snap-in '{name}' is not installed on this computer."), "AddPSSnapInRead", ErrorCategory.ObjectNotFound, name));
                continue;
            }
            GetPSSnapin.Added.Add(name);
            InvokeCommand.InvokeScript("param($name) Import-Module -Name $name -Global", name);
        }
    }
}
