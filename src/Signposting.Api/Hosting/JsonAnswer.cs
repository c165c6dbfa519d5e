using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.ObjectPool;

namespace Signposting.Api.Hosting;

/// <summary>
/// An answer in JSON, written in one piece by the code that the compiler makes for its type. The framework would walk through the type's metadata instead,
/// because our encoder is not its own: twice the time for a page of results. The text is that of <see cref="ApiJson.Answers"/>.
/// </summary>
/// <param name="answer">What is written.</param>
/// <param name="type">Its type in <see cref="ApiJson.Default"/>.</param>
internal sealed class JsonAnswer<T>(T answer, JsonTypeInfo<T> type, string contentType = "application/json; charset=utf-8") : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var sheet = JsonSheet.Pool.Get();
        try
        {
            var text = sheet.Write(answer, type);
            http.Response.ContentType = contentType;
            http.Response.ContentLength = text.Length;
            await http.Response.Body.WriteAsync(text, http.RequestAborted);
        }
        finally
        {
            JsonSheet.Pool.Return(sheet);
        }
    }
}

/// <summary>Where an answer is written before it is sent; used for one answer after the other.</summary>
internal sealed class JsonSheet : IResettable, IDisposable
{
    /// <summary>A larger one is not kept: a page of results has some 60 kB.</summary>
    private const int MostKept = 1 << 20;

    public static ObjectPool<JsonSheet> Pool { get; } = ObjectPool.Create<JsonSheet>();

    private readonly ArrayBufferWriter<byte> _text = new(16 * 1024);
    private readonly Utf8JsonWriter _writer;

    public JsonSheet() => _writer = new Utf8JsonWriter(_text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>Valid until the next one is written.</summary>
    public ReadOnlyMemory<byte> Write<T>(T answer, JsonTypeInfo<T> type)
    {
        (type.SerializeHandler ?? throw new InvalidOperationException($"No code was made that writes {typeof(T).Name}."))(_writer, answer);
        _writer.Flush();
        return _text.WrittenMemory;
    }

    public void Dispose() => _writer.Dispose();

    public bool TryReset()
    {
        _text.ResetWrittenCount();
        _writer.Reset();
        return _text.Capacity <= MostKept;
    }
}
