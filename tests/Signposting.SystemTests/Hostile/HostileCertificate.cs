using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Signposting.SystemTests.Hostile;

/// <summary>A certificate for 127.0.0.1 that is its own root, and a file of it that a child process can be told to trust.</summary>
internal sealed class HostileCertificate : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("certificate-");

    public HostileCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=hostile", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        Certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder.FullName, "root.pem"), Certificate.ExportCertificatePem());
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>The environment of a child that trusts it; OpenSSL reads these, so this is for Linux.</summary>
    public IReadOnlyDictionary<string, string> TrustingEnvironment => new Dictionary<string, string>
    {
        ["SSL_CERT_FILE"] = Path.Combine(folder.FullName, "root.pem"),
    };

    public void Dispose()
    {
        Certificate.Dispose();
        folder.Delete(recursive: true);
    }
}
