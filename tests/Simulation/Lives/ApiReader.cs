using System.Text.Json;
using Simulation.Senders;

namespace Simulation.Lives;

/// <summary>Reads what the app shows at the end.</summary>
sealed class ApiReader(AppInstance life)
{
    public AppInstance Life => life;

    public async Task<JsonElement> GetAsync(string path)
    {
        var answer = await life.SendAsync(Sender.Create("GET", path));
        return answer is { Status: 200 } ? answer.Json : throw new InvalidOperationException($"GET {path} was answered {answer?.Status}: {answer?.Text}");
    }

    /// <summary>Every item of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        List<JsonElement> items = [];
        string? continuation = null;
        do
        {
            var page = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}top=200{(continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        return items;
    }
}
