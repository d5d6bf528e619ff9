using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Threading;

namespace StandIn;

/// <summary>What .NET refuses to tell away from Windows, in its shape there.</summary>
public sealed class WindowsIdentity
{
    public static WindowsIdentity GetCurrent()
    {
        World.Called("WindowsIdentity.GetCurrent", null);
        return new();
    }

    public string Name => World.Text("user", "name");
    public IEnumerable<Claim> Claims => World.Each("user", "claims").Select(one => new Claim((string)one)).ToArray();

    public sealed record Claim(string Value);
}

public sealed class WindowsPrincipal
{
    public WindowsPrincipal(WindowsIdentity identity) => ArgumentNullException.ThrowIfNull(identity);

    public bool IsInRole(WindowsBuiltInRole role) => role == WindowsBuiltInRole.Administrator && World.IsTrue("user", "elevated");
}

public sealed class NTAccount(string name)
{
    public Sid Translate(Type into)
    {
        if (into != typeof(SecurityIdentifier)) throw new ArgumentException("The stand-in gives a SecurityIdentifier alone.");
        return World.Text("accounts", name) is string sid ? new Sid(sid) : throw new IdentityNotMappedException("Some or all identity references could not be translated.");
    }
}

public sealed record Sid(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A drive by its letter.</summary>
public sealed class DriveInfo(string name)
{
    public bool IsReady => World.Of("drives", name[..1].ToUpperInvariant()) is not null;

    public long AvailableFreeSpace =>
        World.Of("drives", name[..1].ToUpperInvariant()) is { } bytes
            ? (long)bytes
            : throw new DriveNotFoundException($"Could not find the drive '{name[..1]}:\\'. The drive might not be ready or might not be mapped.");
}

/// <summary>
/// The mutex of Windows Installer, as .NET opens it. It is a real one, under a name of this world's own, for this computer runs several
/// tests at once.
/// </summary>
public sealed class Mutex
{
    public static System.Threading.Mutex OpenExisting(string name) =>
        World.Text("mutex") == "forbidden"
            ? throw new UnauthorizedAccessException($"Access to the path '{name}' is denied.")
            : System.Threading.Mutex.OpenExisting(name + "-" + Path.GetFileName(World.Folder));
}

/// <summary>As .NET Framework opens it, under Windows PowerShell 5.1.</summary>
public sealed class FrameworkMutex
{
    public static System.Threading.Mutex OpenExisting(string name) => Mutex.OpenExisting(name);

    public static System.Threading.Mutex OpenExisting(string name, MutexRights rights) => MutexAcl.OpenExisting(name, rights);
}

public static class MutexAcl
{
    public static System.Threading.Mutex OpenExisting(string name, MutexRights rights) =>
        rights == MutexRights.Synchronize ? Mutex.OpenExisting(name) : throw new ArgumentException("More is asked for than is needed.");
}

/// <summary>Another installation, which holds the mutex from now on, or has died with it.</summary>
public static class OtherInstallation
{
    static readonly ManualResetEventSlim over = new();
    static Thread holder;

    public static void Begin(bool dies)
    {
        var name = "Global\\_MSIExecute-" + Path.GetFileName(World.Folder);
        using var begun = new ManualResetEventSlim();
        over.Reset();
        // Somebody else has it open, or it would be gone with its holder.
        Open = new System.Threading.Mutex(false, name);
        holder = new Thread(() =>
        {
            var mutex = new System.Threading.Mutex(false, name);
            mutex.WaitOne();
            begun.Set();
            if (!dies) { over.Wait(); mutex.ReleaseMutex(); }
        });
        holder.Start();
        begun.Wait();
        if (dies) holder.Join();
    }

    public static void End()
    {
        over.Set();
        holder?.Join();
        Open?.Dispose();
        (holder, Open) = (null, null);
    }

    static System.Threading.Mutex Open;
}
