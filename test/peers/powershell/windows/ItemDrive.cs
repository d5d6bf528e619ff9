using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace StandIn;

/// <summary>Drives that scripts only read: the certificate store (Cert:) and the sites of IIS (IIS:). Each folder holds a list of objects.</summary>
[CmdletProvider("Items", ProviderCapabilities.None)]
public sealed class ItemDrive : NavigationCmdletProvider
{
    /// <summary>By drive and folder, such as `Cert:LocalMachine\My`. A folder that is not listed does not exist.</summary>
    public static readonly Dictionary<string, object[]> Folders = new(StringComparer.OrdinalIgnoreCase);

    protected override bool IsValidPath(string path) => true;
    protected override bool ItemExists(string path) => Normal(path) == "" || Folders.ContainsKey(Name(path));
    protected override bool IsItemContainer(string path) => true;
    protected override bool HasChildItems(string path) => Folders.TryGetValue(Name(path), out var items) && items.Length > 0;

    protected override void GetChildItems(string path, bool recurse)
    {
        World.Called("Get-ChildItem " + PSDriveInfo.Name + ":", Normal(path));
        foreach (var item in Folders[Name(path)]) WriteItemObject(item, path, false);
    }

    string Name(string path) => PSDriveInfo.Name + ":" + Normal(path);

    static string Normal(string path) => string.Join('\\', path.Split('\\', '/').Where(part => part != "" && !part.EndsWith(':')));
}
