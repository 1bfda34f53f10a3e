using System.Text.Json;

namespace Rehearsal.Hosting;

/// <summary>Lists of the API, which come in pages.</summary>
static class ApiPages
{
    /// <summary>Every item of all pages of a list; <paramref name="getAsync"/> reads the JSON at a path.</summary>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(string path, Func<string, Task<JsonElement>> getAsync)
    {
        string? continuation = null;
        do
        {
            var page = await getAsync(
                $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}top=200"
                + $"{(continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")}");
            foreach (var item in page.GetProperty("items").EnumerateArray()) yield return item;
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
    }
}
