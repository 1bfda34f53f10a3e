using System.Text.Json;
using Simulation.Senders;

namespace Simulation.Instances;

/// <summary>Reads the API of the app at the end of a run.</summary>
sealed class ApiReader(AppInstance instance)
{
    public AppInstance Instance => instance;

    public async Task<JsonElement> GetAsync(string path)
    {
        var answer = await instance.SendAsync(Sender.Create("GET", path));
        return answer is { Status: 200 }
            ? answer.Json
            : throw new InvalidOperationException($"GET {path} was answered {answer?.Status}: {answer?.Text}");
    }

    /// <summary>Every item of all pages of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path) =>
        await ApiPages.ReadAsync(path, GetAsync).ToListAsync();
}
