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
internal sealed class KeyRing(ILogger<KeyRing> log) : IXmlRepository, IDisposable
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
    public async Task LoadAsync(SpatialStore store, CancellationToken cancel)
    {
        var stored = Parse(await store.ReadDocumentAsync(DocumentName, cancel));
        lock (_lock)
        {
            _keys ??= new(StringComparer.Ordinal);
            foreach (var key in stored)
                _keys[IdOf(key)] = key;
        }
    }

    /// <summary>Writes the ring each time it has changed, until cancelled.</summary>
    public async Task SaveChangesAsync(SpatialStore store, CancellationToken cancel)
    {
        while (true)
        {
            await _changed.WaitAsync(cancel);
            try
            {
                // Another process of the same store may have added keys since.
                await LoadAsync(store, cancel);
                await store.WriteDocumentAsync(DocumentName, Serialise(), cancel);
            }
            catch (StoreException error)
            {
                log.KeyRingNotWritten(error.Message);
            }
        }
    }

    public void Dispose() => _changed.Dispose();

    private byte[] Serialise() => Encoding.UTF8.GetBytes(new XElement("keys", GetAllElements()).ToString(SaveOptions.DisableFormatting));

    private static IEnumerable<XElement> Parse(byte[]? document) =>
        document is null ? [] : XElement.Parse(Encoding.UTF8.GetString(document)).Elements();

    private static string IdOf(XElement key) => (string?)key.Attribute("id") ?? key.ToString(SaveOptions.DisableFormatting);
}
