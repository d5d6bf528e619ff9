using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace StandIn;

/// <summary>A name as `DnsNameList` gives it.</summary>
public sealed record DnsName(string Punycode, string Unicode);

/// <summary>The computer's certificates: real ones, from the PEM that a test gives, with their keys or without.</summary>
public static class Certificates
{
    public static X509Certificate2[] Load() =>
        World.Each("certificates").Select(one => (string)one["key"] is { } key
            ? X509Certificate2.CreateFromPem((string)one["certificate"], key)
            : X509Certificate2.CreateFromPem((string)one["certificate"])).ToArray();

    /// <summary>The common name where it stands alone in the subject, then the DNS names among the alternative names; none twice.</summary>
    public static List<DnsName> DnsNames(X509Certificate2 certificate)
    {
        var names = new List<DnsName>();
        void Add(string name)
        {
            var unicode = new System.Globalization.IdnMapping().GetUnicode(name);
            if (names.All(known => known.Punycode != name)) names.Add(new(name, unicode));
        }
        if (certificate.Subject.StartsWith("CN=") && !certificate.Subject.Contains(',')) Add(certificate.Subject[3..]);
        foreach (var alternative in certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>())
            foreach (var name in alternative.EnumerateDnsNames()) Add(name);
        return names;
    }
}
