using System.Net.Http.Json;
using Signposting.Api.Hosting;

namespace Signposting.Api.Places;

/// <summary>
/// The two calls of postcodes.io that are needed (https://postcodes.io/docs). Full postcodes go through the bulk
/// endpoint, because they then travel in a body and stand in nobody's access log; an outward code names a district.
/// </summary>
internal sealed class PostcodesIo(HttpClient http)
{
    /// <summary>Far above an answer to one postcode (about 1.5 KB).</summary>
    public const int MostAnswerBytes = 64 * 1024;

    /// <summary><c>POST /postcodes</c></summary>
    public async Task<RemoteBulkAnswer?> LookUpAsync(RemoteBulkQuestion question, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync("postcodes", question, ApiJson.Default.RemoteBulkQuestion, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(ApiJson.Default.RemoteBulkAnswer, cancel);
    }

    /// <summary><c>GET /outcodes/{outcode}</c>; null when it is not known.</summary>
    public async Task<RemoteOutcodeAnswer?> GetOutcodeAsync(string outcode, CancellationToken cancel)
    {
        using var response = await http.GetAsync(new Uri($"outcodes/{Uri.EscapeDataString(outcode)}", UriKind.Relative), cancel);
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(ApiJson.Default.RemoteOutcodeAnswer, cancel);
    }
}

internal sealed record RemoteBulkQuestion(IReadOnlyList<string> Postcodes);

internal sealed record RemoteBulkAnswer(IReadOnlyList<RemoteBulkEntry>? Result);

/// <param name="Result">Null: not a postcode in use.</param>
internal sealed record RemoteBulkEntry(RemotePoint? Result);

internal sealed record RemoteOutcodeAnswer(RemotePoint? Result);

/// <summary>Degrees; null where postcodes.io has no coordinates (Channel Islands).</summary>
internal sealed record RemotePoint(double? Latitude, double? Longitude)
{
    public RemoteCodes? Codes { get; init; }
}

/// <param name="Lsoa21">LSOA of 2021. Its elder brother <c>lsoa</c> is of 2011, which must never be mixed with it.</param>
internal sealed record RemoteCodes(string? Lsoa21);
