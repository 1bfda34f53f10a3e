using System.Text;
using System.Text.Json;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Senders;

/// <summary>Sends requests to any running app instance, and repeats them until one answers.</summary>
sealed class Sender(World world)
{
    static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(20);

    /// <summary>A request of an operator, with the machine key unless there is a credential.</summary>
    public static OperatorRequest Create(
        string method, string path, object? body = null, Credential? credential = null) =>
        new OperatorRequest(
            method,
            path,
            body is null ? [] : Encoding.UTF8.GetBytes(JsonSerializer.Serialize(body, JsonSerializerOptions.Web)),
            credential?.Headers ?? [("x-functions-key", AppInstance.Key)])
        {
            Credential = credential,
        };

    /// <summary>
    /// The first answer below status 500; <paramref name="make"/> makes the request for each attempt.
    /// </summary>
    public async Task<ApiResponse> SendUntilAcknowledgedAsync(string who, Func<ApiRequest> make)
    {
        while (true)
        {
            if (world.AnyInstance() is { } instance)
            {
                var answer = await world.Calls.SendAsync(instance, make());
                world.Trace.Add(
                    $"instance {instance.Number} answers {who}: {(answer is null ? "dead" : answer.Status)}");
                if (answer is { Status: < 500 })
                    return answer;
            }

            await world.Clock.DelayAsync(TimeSpan.FromSeconds(1) + (MaxPause * world.Random.NextDouble()));
        }
    }

    /// <summary>One attempt; null when no app instance answered.</summary>
    public async Task<ApiResponse?> TryAsync(string who, ApiRequest request)
    {
        if (world.AnyInstance() is not { } instance) return null;
        var answer = await world.Calls.SendAsync(instance, request);
        world.Trace.Add($"instance {instance.Number} answers {who}: {(answer is null ? "dead" : answer.Status)}");
        return answer;
    }
}

/// <summary>A request of an operator.</summary>
sealed record OperatorRequest(
    string Method,
    string Path,
    byte[] Body,
    params IReadOnlyList<(string Name, string Value)> Headers) : ApiRequest(Method, Path, Body, Headers)
{
    /// <summary>The credential of the operator; null for the machine key.</summary>
    public Credential? Credential { get; init; }
}
