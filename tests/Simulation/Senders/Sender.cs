using System.Text;
using System.Text.Json;
using Simulation.Lives;
using Simulation.Runs;

namespace Simulation.Senders;

/// <summary>Whoever talks to the app: to any of its lives, and again and again until one answers.</summary>
sealed class Sender(World world)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>An operator's request.</summary>
    public static Ask Create(string method, string path, object? body = null) =>
        new(method, path, body is null ? [] : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body, JsonSerializerOptions.Web)), ("x-functions-key", AppInstance.Key));

    /// <summary>The first answer that is the app's own and not that of a machine in trouble; <paramref name="make"/> makes the request anew each time.</summary>
    public async Task<Answer> SendUntilAcknowledgedAsync(string who, Func<Ask> make)
    {
        while (true)
        {
            if (world.AnyLife() is { } life)
            {
                var answer = await life.SendAsync(make());
                world.Trace.Add($"life {life.Number} answers {who}: {(answer is null ? "dead" : answer.Status)}");
                if (answer is { Status: < 500 }) return answer;
            }

            world.Retries++;
            await world.Clock.DelayAsync(TimeSpan.FromSeconds(1) + (Patience * world.Random.NextDouble()));
        }
    }

    /// <summary>One try; null when nobody answered.</summary>
    public async Task<Answer?> TryAsync(string who, Ask ask)
    {
        if (world.AnyLife() is not { } life) return null;
        var answer = await life.SendAsync(ask);
        world.Trace.Add($"life {life.Number} answers {who}: {(answer is null ? "dead" : answer.Status)}");
        return answer;
    }
}
