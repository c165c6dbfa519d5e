using System.Net.Sockets;
using System.Text;

namespace Signposting.Api.Tests.Robust;

/// <summary>A bare connection to the service, for what no well-behaved client sends.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly TcpClient _client = new();

    private NetworkStream Stream => _client.GetStream();

    public static async Task<Wire> OpenAsync(Uri address)
    {
        var wire = new Wire();
        await wire._client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        return wire;
    }

    /// <summary>Latin-1, as it stands.</summary>
    public async Task SendAsync(string text)
    {
        try
        {
            await Stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It was refused before all was sent; the answer can still be read.
        }
    }

    /// <summary>All that comes until the service closes the connection.</summary>
    public async Task<string> ReadAsync()
    {
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = await Stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask().WaitAsync(Longest)) > 0;)
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Closed in the middle: what came is what it said.
        }

        return answer.ToString();
    }

    public void Dispose() => _client.Dispose();
}
