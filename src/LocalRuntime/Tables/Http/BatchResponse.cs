using System.Globalization;
using System.Text;
using Azure;
using LocalRuntime.Accounts;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace LocalRuntime.Tables;

/// <summary>Reads the answers out of a batch: one for each request, or the one that failed.</summary>
static class BatchResponse
{
    public static async Task<IReadOnlyList<Response>> ReadAsync(Response batch, CancellationToken cancellationToken)
    {
        var responses = new List<Response>();
        await ReadPartsAsync(batch.Headers.ContentType!, batch.Content.ToStream(), responses, cancellationToken);
        return responses;
    }

    static async Task ReadPartsAsync(string contentType, Stream content, List<Response> responses, CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(contentType).Boundary).Value!;
        var reader = new MultipartReader(boundary, content);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            var isChangeSet = part.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
            if (isChangeSet) await ReadPartsAsync(part.ContentType, part.Body, responses, cancellationToken);
            else responses.Add(Parse(await part.ReadAsStringAsync(cancellationToken)));
        }
    }

    static BufferedResponse Parse(string part)
    {
        // The emulator puts the boundary once more before the status line when it refuses a whole batch.
        var http = part[part.IndexOf("HTTP/", StringComparison.Ordinal)..];
        var end = http.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? http : http[..end]).Split("\r\n");
        var headers = lines.Skip(1)
            .Select(line => line.Split(':', 2))
            .Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Key, header => header.First(), StringComparer.OrdinalIgnoreCase);
        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        return new(status, headers, end < 0 ? [] : Encoding.UTF8.GetBytes(http[(end + 4)..].TrimEnd()));
    }
}
