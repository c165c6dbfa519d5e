using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Signposting.Api.Hosting;
using Signposting.Store;

namespace Signposting.Api.Keys;

/// <summary>
/// The keys that cursors are encrypted with, kept in the store so that a cursor outlives a restart and every process
/// of one store reads it. Data Protection asks synchronously and the store answers asynchronously, so the ring is held
/// in memory and written behind.
/// </summary>
internal sealed class KeyRing(StoreAccess access, ILogger<KeyRing> log) : IXmlRepository, IDisposable
{
    private const string DocumentName = "api/key-ring";

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _changed = new(0);
    private Dictionary<string, XElement>? _keys;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_lock)
            return _keys is null ? throw new StoreNotOpenException() : [.. _keys.Values.Select(key => new XElement(key))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_lock)
            (_keys ?? throw new StoreNotOpenException())[IdOf(element)] = new XElement(element);
        _changed.Release();
    }

    /// <summary>Takes the ring over from the store; keys that only this process has stay.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        var stored = Parse(await access.Store.ReadDocumentAsync(DocumentName, cancel));
        lock (_lock)
        {
            _keys ??= new(StringComparer.Ordinal);
            foreach (var key in stored)
                _keys[IdOf(key)] = key;
        }
    }

    /// <summary>Writes the ring; first takes over what another process has added.</summary>
    public async Task SaveAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        await access.Store.WriteDocumentAsync(DocumentName, Encoding.UTF8.GetBytes(new XElement("keys", GetAllElements()).ToString(SaveOptions.DisableFormatting)), cancel);
    }

    /// <summary>Writes the ring each time it has changed, until cancelled.</summary>
    public async Task SaveChangesAsync(CancellationToken cancel)
    {
        while (true)
        {
            await _changed.WaitAsync(cancel);
            try
            {
                await SaveAsync(cancel);
            }
            catch (StoreException error)
            {
                log.KeyRingNotWritten(error.Message);
            }
        }
    }

    public void Dispose() => _changed.Dispose();

    private static IEnumerable<XElement> Parse(byte[]? document) =>
        document is null ? [] : XElement.Parse(Encoding.UTF8.GetString(document)).Elements();

    private static string IdOf(XElement key) => (string?)key.Attribute("id") ?? key.ToString(SaveOptions.DisableFormatting);
}
