using System.Net;
using System.Text;

namespace Feeds.Harvester.Http;

/// <summary>One try: a request, the redirects that follow from it, and the body of the last answer.</summary>
internal sealed class Exchange(HttpMessageInvoker invoker, FeedHttpOptions options)
{
    private readonly HostPace pace = new(options.RequestsPerSecond, options.RequestsAtOnce, options.Time);
    private readonly BodyReader bodies = new(new PageBudget(options.Limits), options.Limits);
    private readonly string userAgent = UserAgent(options.Contact);

    /// <summary>Requests a URL and follows its redirects.</summary>
    public async Task<Attempt> FollowAsync(string requested, Wanted wanted, CancellationToken cancel)
    {
        var started = options.Time.GetTimestamp();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var url = requested;
        while (true)
        {
            if (!FeedUrl.TryParse(url, out var uri, out var fault))
            {
                return Attempt.Final(fault);
            }

            if (!seen.Add(url) || seen.Count > options.Limits.Redirects + 1)
            {
                return Attempt.Final(Faults.RedirectLoop(uri.Host));
            }

            var step = await RequestAsync(new Hop(requested, url, uri, started), wanted, cancel);
            if (step.Finished is { } finished)
            {
                return finished;
            }

            url = step.Onwards!;
        }
    }

    private async Task<Step> RequestAsync(Hop hop, Wanted wanted, CancellationToken cancel)
    {
        if (IsForbiddenLiteral(hop.Uri))
        {
            return Attempt.Final(Faults.Forbidden(hop.Uri.Host));
        }

        using var turn = options.TrustedOrigins.Contains(hop.Uri) ? HostPace.Turn.Free : await pace.TurnAsync(hop.Uri.IdnHost, cancel);
        using var watch = new ProgressWatch(options.Limits, options.Time, cancel);
        using var request = Request(hop.Uri, wanted);
        var headCame = false;
        try
        {
            using var response = await invoker.SendAsync(request, watch.Token);
            headCame = true;
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation
                ? await ReadAsync(response, hop, watch, cancel)
                : Redirects.IsRedirect(response) ? Redirects.Next(response, hop.Url, hop.Uri)
                : Refusals.Of(response, hop.Uri.Host, options);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return headCame ? Attempt.Final(Faults.TooSlow(hop.Uri.Host)) : Attempt.Silent(Faults.NoAnswer(hop.Uri.Host, options.Limits.HeadTime));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return Attempt.Broken(hop.Uri.Host, broken);
        }
    }

    private async Task<Attempt> ReadAsync(HttpResponseMessage response, Hop hop, ProgressWatch watch, CancellationToken cancel)
    {
        var (buffer, wireBytes, fault) = await bodies.ReadAsync(response, hop.Uri.Host, watch, cancel);
        return buffer is null ? Attempt.Final(fault!) : Attempt.Done(new FetchedPage(buffer)
        {
            RequestedUrl = hop.Requested,
            Url = hop.Url,
            Status = response.StatusCode,
            ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
            Cache = CacheInfo.Read(response, options.Time.GetUtcNow()),
            WireBytes = wireBytes,
            Elapsed = options.Time.GetElapsedTime(hop.Started),
        });
    }

    /// <summary>Where a proxy makes the connection, the guard sees only the proxy; literal addresses are caught here.</summary>
    private bool IsForbiddenLiteral(Uri uri) => IPAddress.TryParse(uri.IdnHost, out var literal)
        && !PublicAddress.IsPublic(literal) && !options.TrustedOrigins.Contains(uri);

    private HttpRequestMessage Request(Uri uri, Wanted wanted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("Accept", wanted.Accept);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        return request;
    }

    private static string UserAgent(string? contact)
    {
        var plain = new StringBuilder();
        foreach (var character in contact?.Trim() ?? "")
        {
            plain.Append(character is > '\x1f' and < '\x7f' and not ('(' or ')' or '\\') ? character : '_');
        }

        return plain.Length > 0
            ? $"Signposting/0.1 (OpenActive harvester; operator +{plain})"
            : "Signposting/0.1 (OpenActive harvester; operator has set no contact)";
    }
}
