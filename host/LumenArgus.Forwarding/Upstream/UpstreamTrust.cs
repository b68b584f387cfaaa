using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LumenArgus.Forwarding.Upstream;

/// <summary>Certificates that are trusted in addition to the system's roots (<c>proxy.ca_bundle</c>).</summary>
public sealed class UpstreamTrust
{
    private readonly X509Certificate2Collection _extra;

    private UpstreamTrust(X509Certificate2Collection extra, ImmutableArray<string> leftOut) => (_extra, LeftOut) = (extra, leftOut);

    public int Count => _extra.Count;

    /// <summary>Files of a directory that should hold a certificate and cannot be read, with the reason.</summary>
    public ImmutableArray<string> LeftOut { get; }

    /// <summary>Reads a PEM file, or every PEM file of a directory (OpenSSL's hashed names included). Keys, revocation lists and READMEs that lie there are passed over.</summary>
    /// <returns>Null and a reason if nothing usable is there.</returns>
    public static UpstreamTrust? TryLoad(string path, out string? error)
    {
        ArgumentNullException.ThrowIfNull(path);
        var isDirectory = Directory.Exists(path);
        var extra = new X509Certificate2Collection();
        var leftOut = ImmutableArray.CreateBuilder<string>();
        error = null;
        try
        {
            foreach (var file in isDirectory ? Directory.GetFiles(path) : [path])
            {
                try
                {
                    extra.ImportFromPemFile(file);
                }
                catch (CryptographicException damaged) when (isDirectory)
                {
                    leftOut.Add($"{Path.GetFileName(file)} ({damaged.Message})");
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            error = exception.Message;
            return null;
        }

        if (extra.Count == 0)
        {
            error = "no PEM certificate found";
            return null;
        }

        return new UpstreamTrust(extra, leftOut.ToImmutable());
    }

    /// <summary>Accepts what the system accepts; a chain that only lacks a trusted root is built again with the extra certificates.</summary>
    internal bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        // A wrong name or no certificate at all is not a question of roots.
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
        {
            return false;
        }

        using var retry = new X509Chain();
        retry.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        retry.ChainPolicy.CustomTrustStore.AddRange(_extra);
        retry.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        retry.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // RFC 5280, 4.2.1.12: TLS server authentication
        if (chain is not null)
        {
            retry.ChainPolicy.ExtraStore.AddRange(chain.ChainPolicy.ExtraStore);
        }

        if (certificate is X509Certificate2 leaf)
        {
            return retry.Build(leaf);
        }

        using var copy = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return retry.Build(copy);
    }
}
