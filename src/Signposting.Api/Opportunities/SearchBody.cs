using System.Text.Json;
using Signposting.Api.Problems;

namespace Signposting.Api.Opportunities;

/// <summary>A body instead of a query (<c>POST /v1/opportunities/search</c>): an object with the names of the query; what is repeated there is a list here.</summary>
internal static class SearchBody
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 5, AllowDuplicateProperties = false };

    /// <param name="example">What a body may look like.</param>
    /// <returns>Null when the body is no JSON object, which is then noted.</returns>
    public static async Task<SentParameters?> ReadAsync(HttpContext http, IReadOnlyList<SearchParameter> known, string example, ParameterErrors errors)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, Options, http.RequestAborted);
            if (body.RootElement.ValueKind == JsonValueKind.Object)
                return Read(body.RootElement, new SentParameters(known), errors);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Said below. InvalidOperationException: a text that holds half of a surrogate pair.
        }

        errors.Add("body", $"is not a JSON object; send for example {example}, each name once");
        return null;
    }

    private static SentParameters Read(JsonElement body, SentParameters sent, ParameterErrors errors)
    {
        var seen = 0;
        foreach (var property in body.EnumerateObject())
        {
            var values = property.Value.ValueKind == JsonValueKind.Array ? property.Value.EnumerateArray().ToArray() : [property.Value];
            if (values.Length == 0)
                errors.Add(Shorten(property.Name), "is an empty list; give it a value or leave it out");
            foreach (var value in values)
            {
                if (++seen > SearchLimits.MostParameters)
                {
                    errors.Add("body", $"send at most {SearchLimits.MostParameters} values");
                    return sent;
                }

                if (TextOf(value) is { } text)
                    sent.Add(property.Name, text, errors);
                else
                    errors.Add(Shorten(property.Name), "must be a text, a number, true or false, or a list of these");
            }
        }

        return sent;
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string Shorten(string name) => name.Length <= 50 ? name : name[..50] + "…";
}
