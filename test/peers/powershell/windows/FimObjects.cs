namespace Microsoft.ResourceManagement.Automation.ObjectModel;

// The classes that FIMAutomation's cmdlets give and take, as "about_FIM" and the examples of Import-FIMConfig show them.

public enum ImportOperation { None, Add, Replace, Delete }

public enum ImportState { Create, Put, Delete, Resolve }

public sealed class ImportChange
{
    public ImportOperation Operation { get; set; }
    public string AttributeName { get; set; }
    public string AttributeValue { get; set; }
    public bool FullyResolved { get; set; }
    public string Locale { get; set; }
}

public sealed class ImportObject
{
    public string SourceObjectIdentifier { get; set; }
    public string TargetObjectIdentifier { get; set; }
    public string ObjectType { get; set; }
    public ImportState State { get; set; }
    public ImportChange[] Changes { get; set; }
}

public sealed class ResourceManagementAttribute
{
    public string AttributeName { get; set; }
    public string Value { get; set; }
}

public sealed class ResourceManagementObject
{
    public string ObjectIdentifier { get; set; }
    public string ObjectType { get; set; }
    public ResourceManagementAttribute[] ResourceManagementAttributes { get; set; }
}

public sealed class ExportObject
{
    public ResourceManagementObject ResourceManagementObject { get; set; }
}
