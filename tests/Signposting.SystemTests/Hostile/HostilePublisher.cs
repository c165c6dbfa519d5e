using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Signposting.SystemTests.Hostile;

/// <summary>
/// A publisher on real sockets with a dataset site whose feeds misbehave, each in its way, beside one that is honest. It
/// is bare sockets rather than a web server, because a web server will not lie about a length, break off or drip.
/// </summary>
internal sealed class HostilePublisher : IAsyncDisposable
{
    private const int LongestHead = 64 * 1024;

    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, Attack> attacks;
    private readonly X509Certificate2 certificate;
    private readonly TcpListener plain = new(IPAddress.Loopback, 0);
    private readonly TcpListener secure = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Task, byte> conversations = new();
    private readonly ConcurrentDictionary<string, long> lastHeard = new(StringComparer.Ordinal);
    private readonly Task[] accepting;

    private HostilePublisher(IEnumerable<Attack> attacks, X509Certificate2 certificate)
    {
        this.attacks = attacks.Append(HonestFeed.Attack).ToDictionary(attack => attack.Name, StringComparer.Ordinal);
        this.certificate = certificate;
        plain.Start();
        secure.Start();
        Origin = $"http://127.0.0.1:{((IPEndPoint)plain.LocalEndpoint).Port}";
        SecureOrigin = $"https://127.0.0.1:{((IPEndPoint)secure.LocalEndpoint).Port}";
        accepting = [AcceptAsync(plain, isSecure: false), AcceptAsync(secure, isSecure: true)];
    }

    /// <summary>Scheme, host and port of plain HTTP.</summary>
    public string Origin { get; }

    /// <summary>The same with TLS.</summary>
    public string SecureOrigin { get; }

    /// <summary>The dataset site that lists all feeds, the honest one last.</summary>
    public string DatasetSite => $"{Origin}/openactive";

    public static HostilePublisher Start(IEnumerable<Attack> attacks, X509Certificate2 certificate) => new(attacks, certificate);

    public string Url(Attack attack) => (attack.IsSecure ? SecureOrigin : Origin) + attack.Path;

    /// <summary>When an attack was last asked for a page, as a timestamp; 0: never.</summary>
    public long LastHeard(Attack attack) => lastHeard.GetValueOrDefault(attack.Name);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        plain.Stop();
        secure.Stop();
        await Task.WhenAll(accepting);
        await Task.WhenAll(conversations.Keys);
        stopping.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, bool isSecure)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                conversations.TryAdd(Task.Run(() => ConverseAsync(client, isSecure)), 0);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ConverseAsync(TcpClient client, bool isSecure)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await using var wire = isSecure ? await SecuredAsync(client.GetStream()) : client.GetStream();
                while (await TargetAsync(wire) is { } target)
                {
                    var name = target.Split('/', '?')[1];
                    lastHeard[name] = TimeProvider.System.GetTimestamp();
                    if (!await AnswerAsync(name, new Call(wire, target, Origin, stopping.Token)))
                        break;
                }
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException or SocketException or AuthenticationException)
            {
                // The harvester hung up, as it should, or the test is over.
            }
        }
    }

    private Task<bool> AnswerAsync(string name, Call call) =>
        name == "openactive" ? call.JsonAsync(DatasetJson())
        : attacks.TryGetValue(name, out var attack) ? attack.Answer(call)
        : call.StatusAsync(404, "");

    private string DatasetJson()
    {
        var feeds = attacks.Values.Where(attack => !attack.IsSource).Select(attack => $$"""{"@type":"DataDownload","additionalType":"https://openactive.io/SessionSeries","contentUrl":"{{Url(attack)}}"}""");
        return $$"""{"@type":"Dataset","@id":"{{DatasetSite}}","name":"Hostile","distribution":[{{string.Join(',', feeds)}}]}""";
    }

    private async Task<Stream> SecuredAsync(NetworkStream stream)
    {
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
        return secured;
    }

    /// <summary>Reads a request and returns its target; null at the end of the connection.</summary>
    private async Task<string?> TargetAsync(Stream wire)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (head.Length < LongestHead)
        {
            var read = await wire.ReadAsync(buffer, stopping.Token);
            if (read == 0)
                return null;
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
            if (head.ToString() is var text && text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
                return text.Split(' ', 3)[1];
        }

        return null;
    }
}
